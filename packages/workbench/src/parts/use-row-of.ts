import { rowsOf } from '../engine/picture.ts'
import { useWork } from '../state/use-work.ts'
import { useMemo } from 'preact/hooks'

/** What the address calls the row in which the findings on a record are, by the place of the record. */
export function useRowOf(): (pointer: string) => string | undefined {
  const { value } = useWork().evaluation.picture
  const picture = value.state === 'ready' ? value.value : undefined
  const keys = useMemo(
    () =>
      new Map(
        (picture ? rowsOf(picture.groups) : []).flatMap(({ unit, subjects }) =>
          [unit.pointer, ...subjects].map((pointer) => [pointer, unit.key] as const),
        ),
      ),
    [picture],
  )
  return (pointer) => keys.get(pointer)
}
