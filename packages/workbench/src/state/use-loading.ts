import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loaded, type Loading } from './loading.ts'

/** Loads something when a screen opens, and again where what it depends on changes or the screen says so. */
export function useLoading<T>(
  load: (signal: AbortSignal) => Promise<T>,
  on: readonly unknown[],
): { found: Loading<T>; again: () => void } {
  const found = useSignal<Loading<T>>({ state: 'loading' })
  const last = useRef<AbortController | undefined>(undefined)
  const loadNow = async ({ signal }: AbortController) => {
    const value = await loaded(() => load(signal))
    if (!signal.aborted) found.value = value
  }
  const again = () => {
    last.current?.abort()
    void loadNow((last.current = new AbortController()))
  }
  useEffect(() => {
    again()
    return () => last.current?.abort()
  }, on)
  return { found: found.value, again }
}
