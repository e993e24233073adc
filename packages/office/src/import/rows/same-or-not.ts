import { isMaskedName } from '../../person/masked-name.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { whoIsIn } from './who-is-named.ts'
import { keyOf } from '../../values/words.ts'

/** That a cell of a row says whether two persons in it are one (`same`). */
export interface SameOrNot {
  /** The ids of the two. */
  readonly ids: readonly [string, string]
  readonly names: readonly [string, string]
  readonly isOne: boolean
}

interface Said extends SameOrNot {
  readonly said: ReadColumn
  readonly named: readonly [ReadColumn, ReadColumn]
}

/** What the cells of a row say of persons in it, and the columns that are not to be read, for one denies what others say. */
export interface SaidOfPersons {
  readonly agreed: readonly SameOrNot[]
  /** Columns of which it is not known which is wrong. */
  readonly mistaken: ReadonlySet<ReadColumn>
}

export function saidOfPersons(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): SaidOfPersons {
  const agreed: Said[] = []
  const mistaken = new Set<ReadColumn>()
  for (const said of read.flatMap((column) => saidIn(row, column, read, reading, cells) ?? [])) {
    if (agrees(said)) {
      agreed.push(said)
      continue
    }
    const places = [said.said, said.named[1]].map(({ at }) => reading.place(row.number, at))
    reading.draft.note('contradiction', places[0]!, { other: places[1] })
    for (const { at } of [said.said, ...said.named]) for (const same of read) if (same.at === at) mistaken.add(same)
  }
  return { agreed, mistaken }
}

function saidIn(
  row: TableRow,
  column: ReadColumn,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): Said | undefined {
  const { yes, no } = reading.draft.words
  const ids = column.mapped.same
  const key = keyOf((ids && cells.cell(column, row)?.text) ?? '')
  const saysOne = yes.has(key) || (column.mapped.one ?? []).some((text) => keyOf(text) === key)
  const isOne = saysOne || (no.has(key) ? false : undefined)
  if (!ids || isOne === undefined) return undefined
  const [one, other] = ids.map((id) => read.find(({ mapped }) => mapped.person === id))
  if (!one || !other) return undefined
  const [a, b] = [one, other].map((named) => whoIsIn(row, named, reading, cells))
  if (typeof a !== 'object' || typeof b !== 'object' || !('name' in a) || !('name' in b)) return undefined
  return { ids, names: [a.name, b.name], isOne, said: column, named: [one, other] }
}

/** Masked names may be of one person as well as of two, unless their surnames differ. */
function agrees({ names: [a, b], isOne }: SameOrNot): boolean {
  if (isMaskedName(a) || isMaskedName(b)) return !isOne || keyOf(a)[0] === keyOf(b)[0]
  return (keyOf(a) === keyOf(b)) === isOne
}
