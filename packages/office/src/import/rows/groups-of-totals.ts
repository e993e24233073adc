import { ledgerPart } from '@tiaoli/engine/plan'
import { isSamePlace } from '../names/place-name.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { Section } from '../table/section.ts'
import { keyOf } from '../../values/words.ts'

type Mentions = NonNullable<Section['mentions']>

/** A row that counts those above or below it, which it says belong to one record: 章贡区小计. */
interface Total extends TableRow {
  readonly section: Section & { readonly mentions: Mentions }
}

interface Group {
  readonly total: Total
  readonly rows: readonly TableRow[]
}

/**
 * Rows with a title before each group of which a total says what it belongs to. Only where all of them stand above their
 * rows, or all below, and nothing in the rows says otherwise: else it is not known whose total is whose.
 */
export function withGroupsOfTotals(all: readonly TableRow[], reading: SheetReading): readonly TableRow[] {
  const groups = groupsIn(withoutOuterTotals(all))
  if (!groups?.every((group) => agrees(group, reading))) return all
  const titles = new Map(groups.map(({ total, rows }) => [rows[0], total]))
  return all.flatMap((row) => {
    const total = titles.get(row)
    return total ? [titleOf(total, row), row] : [row]
  })
}

function titleOf({ section: { cell, mentions } }: Total, { number }: TableRow): TableRow {
  const { scope, mapped, names } = mentions
  return { number, cells: new Map(), section: { cell, of: { scope, mapped, name: names[0]! } } }
}

/** The totals of the whole table stand first or last, and name nothing. */
function withoutOuterTotals(rows: readonly TableRow[]): readonly TableRow[] {
  const isOuter = ({ section }: TableRow) => section?.mentions?.isTotal === true && section.mentions.names.length === 0
  const inner = rows.flatMap((row, i) => (isOuter(row) ? [] : i))
  return rows.slice(inner[0] ?? 0, (inner.at(-1) ?? -1) + 1)
}

function groupsIn(rows: readonly TableRow[]): readonly Group[] | undefined {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || isTotal(first) === isTotal(last)) return undefined
  const groups: Group[] = []
  let open: TableRow[] = []
  // Where totals end their groups, the rows are read from below.
  for (const row of isTotal(first) ? [...rows].reverse() : rows) {
    if (!row.section) open.push(row)
    else if (isTotal(row) && open.length > 0) {
      groups.push({ total: row, rows: open.sort((a, b) => a.number - b.number) })
      open = []
    } else return undefined
  }
  const names = groups.map(({ total }) => keyOf(total.section.mentions.names[0]!))
  return new Set(names).size === names.length ? groups : undefined
}

function isTotal(row: TableRow): row is Total {
  const { mentions } = row.section ?? {}
  return mentions?.isTotal === true && mentions.names.length === 1
}

const COUNT = /(\d+)[家个户所]/

/** Whether the rows name nothing else, and are as many, with such numbers, as the total says. */
function agrees({ total, rows }: Group, reading: SheetReading): boolean {
  const { scope, names } = total.section.mentions
  const at = reading.columns.find(({ mapped }) => mapped.record === scope.name)?.at
  const isOther = ({ cells }: TableRow) => {
    const cell = at && cells.get(at.column)
    return (
      cell && !reading.cells.isBlank(cell) && !isSamePlace(reading.draft.names.meanings.meant(cell.text), names[0]!)
    )
  }
  const counts = [...total.cells.values()].flatMap(({ text }) => COUNT.exec(keyOf(text))?.[1] ?? [])
  return !rows.some(isOther) && counts.every((count) => Number(count) === rows.length) && addsUp(total, rows, reading)
}

function addsUp(total: Total, rows: readonly TableRow[], { columns, draft }: SheetReading): boolean {
  const { scopes } = draft.plan
  const isCount = (name: string | undefined) => {
    const part = name === undefined ? undefined : ledgerPart(scopes, name)
    return part?.kind === 'fact' && (part.fact.type === 'integer' || part.fact.type === 'money')
  }
  return columns.every(({ at, mapped }) => {
    const sum = total.cells.get(at.column)?.value
    const numbers = rows.map(({ cells }) => cells.get(at.column)?.value ?? 0)
    if (!isCount(mapped.fact) || typeof sum !== 'number' || !numbers.every((one) => typeof one === 'number'))
      return true
    return Math.abs(numbers.reduce((all, one) => all + one, 0) - sum) < LEAST
  })
}

/** Sums of decimals are not exact. */
const LEAST = 0.005
