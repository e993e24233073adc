import type { DraftRecord } from '../record/draft-record.ts'
import type { PersonIds } from '../names/person-ids.ts'
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
  persons: PersonIds,
): string | undefined {
  const one = said.find(({ ids }) => ids.includes(office))
  if (!one) return undefined
  if (!one.isOne) return persons.idOfStranger(name)
  const whole = one.names.find((other) => !isMaskedName(other))
  const id = whole === undefined ? (somebody.get(one) ?? persons.idOfStranger(name)) : persons.idIn(holds, whole)
  somebody.set(one, id)
  return id
}
