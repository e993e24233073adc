import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loaded, type Loading } from './work.ts'

/** Loads something when a screen opens, and again where what it depends on changes or the screen says so. */
export function useLoading<T>(
  load: () => Promise<T>,
  on: readonly unknown[],
): { found: Loading<T>; again: () => void } {
  const found = useSignal<Loading<T>>({ state: 'loading' })
  const again = () => void loaded(load).then((value) => (found.value = value))
  useEffect(again, on)
  return { found: found.value, again }
}
