import { useEffect, useRef } from 'react'
import { useApp } from '../store.tsx'

/**
 * Ends what scripts/firstScript.ts began: the page is seen once it shows the network that its address asks for, or has
 * to say why it cannot.
 * @param isReady whether what is to be shown first is there
 */
export function useFirstShown(isReady: boolean): void {
  const net = useApp((state) => state.net)
  const isMissing = useApp((state) => state.missing.length > 0)
  const addressRead = useRef(false)
  useEffect(() => {
    const { dataset } = document.documentElement
    // Before the address has been read, the network of the prerendered page is ready.
    if (dataset.first === net) addressRead.current = true
    if (isMissing || (addressRead.current && isReady)) delete dataset.first
  }, [net, isReady, isMissing])
}
