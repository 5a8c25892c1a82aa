import { useEffect, useMemo, useState } from 'react'
import { between, grown, passAt, passMs } from '../../viz/loom/pass.ts'
import type { FigureData } from './figureData.ts'

const seenKey = 'se-explainer:seen'

/** Once per visit; absent with reduced motion, and where the address asks for something of its own. */
function wanted(): boolean {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || location.search !== '') return false
  try {
    if (sessionStorage.getItem(seenKey) !== null) return false
    sessionStorage.setItem(seenKey, '1')
  } catch {
    // Without storage the pass may be seen again.
  }
  return true
}

/** Time of the pass, 0 … 1; null when there is none. Any input ends it. */
function usePassTime(): number | null {
  const [time, setTime] = useState<number | null>(null)
  useEffect(() => {
    if (!wanted()) return
    const start = performance.now()
    let request = 0
    const end = () => {
      cancelAnimationFrame(request)
      setTime(null)
      for (const name of inputs) removeEventListener(name, end)
    }
    const frame = () => {
      const t = (performance.now() - start) / passMs
      if (t >= 1) return end()
      setTime(t)
      request = requestAnimationFrame(frame)
    }
    const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
    for (const name of inputs) addEventListener(name, end, { passive: true })
    request = requestAnimationFrame(frame)
    return end
  }, [])
  return time
}

/** The figure during the pass: every stage on its way, sample B's ticks at its end. */
export function usePass(data: FigureData | null): FigureData | null {
  const time = usePassTime()
  return useMemo(() => {
    if (time === null || data === null || data.block === null) return data
    const { block } = data
    const pass = passAt(time)
    const out = between(block.U, block.out, pass.scale)
    return {
      ...data,
      other: null,
      Xt: out,
      block: {
        ...block,
        z: grown(block.z, pass.z),
        hidden: grown(block.hidden, pass.hidden),
        logits: grown(block.logits, pass.gates),
        s: grown(block.s, pass.gates),
        out,
      },
    }
  }, [time, data])
}
