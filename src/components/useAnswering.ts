import { useEffect, useState } from 'react'

/** False in the first rendering; true once the page answers: time to fetch what stands below the first screen. */
export function useAnswering(): boolean {
  const [answering, setAnswering] = useState(false)
  useEffect(() => {
    // After the effects of this rendering, which tell that the page answers.
    const timer = setTimeout(() => setAnswering(true))
    return () => clearTimeout(timer)
  }, [])
  return answering
}
