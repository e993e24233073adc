import { useMemo } from 'preact/hooks'
import { rowsOf } from '../engine/picture.ts'
import { useWork } from '../state/use-work.ts'

/** What tells a record from others of the same name, by its place; none where no other is called so. */
export function useApart(): (pointer: string) => string | undefined {
  const { value } = useWork().evaluation.picture
  const picture = value.state === 'ready' ? value.value : undefined
  const apart = useMemo(
    () => new Map((picture ? rowsOf(picture.groups) : []).map(({ unit }) => [unit.pointer, unit.apart])),
    [picture],
  )
  return (pointer) => apart.get(pointer)
}
