import type { ComponentType } from 'preact'
import { useLoading } from '../state/use-loading.ts'
import { useWords } from '../state/use-work.ts'
import { NotReady } from './not-ready.tsx'

/** A screen that is loaded when it is first opened. */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let Known: ComponentType | undefined
  return function Later() {
    const words = useWords()
    const { found } = useLoading(async () => (Known ??= await load()), [])
    if (Known) return <Known />
    return (
      <main>
        <NotReady of={found} waiting={words.loading} />
      </main>
    )
  }
}
