import type { ImportColumn } from '@tiaoli/engine/plan'
import { askedByName } from './asked-by-name.ts'
import { isCalled, type SheetColumn } from './sheet-column.ts'

/** Stands for a heading above that nothing is called by: it is not known what the column is about. */
const NOT_KNOWN = '\u0000'

/**
 * A column with the heading of that to its left by which it is told what it is about, where no heading is above and the
 * table has several columns of its name: 成立时间 behind 党组织名称 is not of the firm.
 */
export function withNaming(
  column: SheetColumn,
  columns: readonly SheetColumn[],
  wanted: readonly ImportColumn[],
): SheetColumn {
  return namingOf(columns, wanted)(column)
}

/** The same for all columns of a sheet. */
export function namingOf(
  columns: readonly SheetColumn[],
  wanted: readonly ImportColumn[],
): (column: SheetColumn) => SheetColumn {
  const asked = askedByName(wanted)
  let fromTheRight: readonly SheetColumn[] | undefined
  return (column) => {
    if (column.headings.length !== 1) return column
    const shared = asked.of(column).filter(({ under }) => under !== undefined)
    if (shared.length === 0) return column
    const groups = shared.flatMap(({ under = [] }) => under)
    const isPersonal = isOfPersons(shared)
    let isBehindOther = false
    for (const left of (fromTheRight ??= columns.filter((one) => isTelling(one, wanted)).reverse())) {
      if (left.column >= column.column) continue
      const all = asked.of(left)
      const group = groups.find((name) => isCalled(left, name))
      // Behind a column that has the name of somebody itself, another name is that of somebody else.
      const isOther = isBehindOther || (isPersonal && isOfPersons(all))
      if (group !== undefined) return headedBy(column, isOther ? NOT_KNOWN : group)
      if (all.some(({ record, organization }) => record ?? organization)) return column
      // A person may be of the one or the other.
      if (all.some(({ person }) => person)) isBehindOther = true
    }
    return column
  }
}

const GROUPS = new WeakMap<readonly ImportColumn[], readonly ImportColumn[]>()

/** Whether a column may say what one to its right is about: by what it names, or as the heading above that. */
function isTelling(column: SheetColumn, wanted: readonly ImportColumn[]): boolean {
  const groups =
    GROUPS.get(wanted) ?? wanted.flatMap(({ under }) => (under === undefined ? [] : { headings: [under].flat() }))
  GROUPS.set(wanted, groups)
  const isNaming = ({ record, organization, person }: ImportColumn) => record ?? organization ?? person
  return askedByName(groups).of(column).length > 0 || askedByName(wanted).of(column).some(isNaming)
}

const HEADED = new WeakMap<SheetColumn, Map<string, SheetColumn>>()

/** The same column for every table that is looked for. */
function headedBy(column: SheetColumn, group: string): SheetColumn {
  const known = HEADED.get(column) ?? new Map<string, SheetColumn>()
  HEADED.set(column, known)
  const headed = known.get(group) ?? { ...column, headings: [group, ...column.headings] }
  known.set(group, headed)
  return headed
}

function isOfPersons(columns: readonly ImportColumn[]): boolean {
  return columns.some(({ person, somebody }) => person !== undefined || somebody !== undefined)
}
