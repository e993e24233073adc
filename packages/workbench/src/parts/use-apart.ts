import { useMemo } from 'preact/hooks'
import { rowsOf } from '../engine/picture.ts'
import { useText, useWork } from '../state/use-work.ts'
import { ofWhole } from './name-of.ts'

/**
 * What tells a record from others of the same name, by its place; none where no other is called so. Of the whole ledger,
 * which has no name, what papers call it.
 */
export function useApart(): (pointer: string) => string | undefined {
  const { value } = useWork().evaluation.picture
  const picture = value.state === 'ready' ? value.value : undefined
  const text = useText()
  const apart = useMemo(
    () =>
      new Map(
        (picture ? rowsOf(picture.groups) : []).map(({ unit }) => [
          unit.pointer,
          unit.pointer === '' ? text(ofWhole(unit.label)) : unit.apart,
        ]),
      ),
    [picture, text],
  )
  return (pointer) => apart.get(pointer)
}
