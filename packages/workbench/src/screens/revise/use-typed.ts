import { useSignal } from '@preact/signals'
import { keepForm, readForm } from '../../state/preferences.ts'

/** What is typed into a form; it outlasts a reload, and is forgotten once it is saved. */
export function useTyped<Typed extends object>(
  name: string,
  nothing: Typed,
): { typed: Typed; type: (part: Partial<Typed>) => void; forget: () => void } {
  const typed = useSignal<Typed>({ ...nothing, ...(readForm(name) as Partial<Typed> | undefined) })
  return {
    typed: typed.value,
    type: (part) => {
      typed.value = { ...typed.value, ...part }
      keepForm(name, typed.value)
    },
    forget: () => keepForm(name, undefined),
  }
}
