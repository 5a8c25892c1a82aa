import { type ReactNode, useState } from 'react'
import { GlossaryContext } from '../text/Term.tsx'
import { useModule } from '../useModule.ts'

const load = async () => (await import('./parts.ts')).parts

/** Lets the terms inside open the glossary, which is fetched with the first of them. */
export function GlossaryHost({ children }: { children: ReactNode }) {
  const [at, setAt] = useState<string | null>(null)
  const Glossary = useModule(load, at !== null)?.Glossary
  return (
    <GlossaryContext value={setAt}>
      {children}
      {at === null || Glossary === undefined ? null : <Glossary at={at} onClose={() => setAt(null)} />}
    </GlossaryContext>
  )
}
