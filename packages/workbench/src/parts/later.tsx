import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useWords } from '../state/use-work.ts'
import { loaded, NONE, type Loading } from '../state/loading.ts'
import { NotReady } from './not-ready.tsx'

/** A screen that is loaded when it is first opened. */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let Known: ComponentType | undefined
  return function Later() {
    const words = useWords()
    const screen = useSignal<Loading<ComponentType>>(NONE)
    const open = async () => {
      const found = await loaded(load)
      if (found.state === 'ready') Known = found.value
      screen.value = found
    }
    useEffect(() => {
      if (!Known) void open()
    }, [])
    if (Known) return <Known />
    return (
      <main>
        <NotReady of={screen.value.state === 'none' ? { state: 'loading' } : screen.value} waiting={words.loading} />
      </main>
    )
  }
}
