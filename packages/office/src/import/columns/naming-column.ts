import type { ImportColumn } from '@tiaoli/engine/plan'
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
  if (column.headings.length !== 1) return column
  const shared = wanted.filter(
    ({ headings, under }) => under !== undefined && headings.some((name) => isCalled(column, name)),
  )
  if (shared.length === 0) return column
  const groups = shared.flatMap(({ under = [] }) => under)
  const isNaming = ({ record, organization, person }: ImportColumn) => record ?? organization ?? person
  let isBehindOther = false
  for (const left of columns.slice(0, columns.indexOf(column)).reverse()) {
    const group = groups.find((name) => isCalled(left, name))
    // Behind a column that has the name of somebody itself, another name is that of somebody else.
    const isOther =
      isBehindOther ||
      (isOfPersons(shared) && isOfPersons(wanted.filter(({ headings }) => headings.some((one) => isCalled(left, one)))))
    if (group !== undefined) return { ...column, headings: [isOther ? NOT_KNOWN : group, ...column.headings] }
    const naming = wanted.filter((one) => isNaming(one) && one.headings.some((name) => isCalled(left, name)))
    if (naming.some(({ record, organization }) => record ?? organization)) return column
    // A person may be of the one or the other.
    if (naming.length > 0) isBehindOther = true
  }
  return column
}

function isOfPersons(columns: readonly ImportColumn[]): boolean {
  return columns.some(({ person, somebody }) => person !== undefined || somebody !== undefined)
}
