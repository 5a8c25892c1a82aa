import { useLater } from '../useLater.ts'
import { useModule } from '../useModule.ts'

const load = async () => (await import('../lesson/parts.ts')).parts

/** References, at the foot of the page. */
export function References() {
  const parts = useModule(load, useLater())
  return parts === null ? null : <parts.Sources />
}
