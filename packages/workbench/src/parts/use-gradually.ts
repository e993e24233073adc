import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** So many come at a time. */
const STEP = 24

/** Counts up to a total a step at a time, so that whoever sees the first does not wait for the last. */
export function useGradually(total: number): number {
  const count = useSignal(STEP)
  useEffect(() => {
    const timer = count.value < total ? setTimeout(() => (count.value += STEP)) : undefined
    return () => clearTimeout(timer)
  }, [count.value, total])
  return count.value
}
