import type { DraftRecord } from '../record/draft-record.ts'
import type { Names } from '../names/names.ts'
import { isMaskedName } from '../../person/masked-name.ts'
import type { RowRecords } from './row-cells.ts'

/**
 * The id of somebody whose name is masked, where a cell of the row says that it is the same person as another, or not
 * (`same`). Else it is not known who it is, and the name alone makes two mentions neither one person nor two.
 */
export function idOfMasked(
  name: string,
  office: string,
  holds: readonly DraftRecord[],
  { said, somebody }: RowRecords,
  names: Names,
): string | undefined {
  const one = said.find(({ ids }) => ids.includes(office))
  if (!one) return undefined
  if (!one.isOne) return names.stranger(name)
  const whole = one.names.find((other) => !isMaskedName(other))
  const id = whole === undefined ? (somebody.get(one) ?? names.stranger(name)) : names.person(whole, holds)
  somebody.set(one, id)
  return id
}
