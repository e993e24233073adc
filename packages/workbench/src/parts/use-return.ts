import { useEffect } from 'preact/hooks'

/** Does something whenever somebody comes back to this window from another. */
export function useReturn(look: () => void): void {
  useEffect(() => {
    const lookNow = () => {
      if (document.visibilityState === 'visible') look()
    }
    addEventListener('focus', lookNow)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      removeEventListener('focus', lookNow)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [])
}
