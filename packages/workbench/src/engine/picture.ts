import type { Status, Text } from '@tiaoli/engine'
import { binds, type Force, type RecordReference } from '@tiaoli/engine/plan'

/** How a city stands: records as rows in their groups, themes as columns, each cell the gravest status in it. */
export interface Picture {
  readonly asOf: string
  readonly ledgerDay: string | undefined
  readonly notices: readonly Text[]
  readonly contradictions: readonly Contradiction[]
  readonly totals: Readonly<Record<Status, number>>
  /** Each is told from the others by its name in the first language. */
  readonly themes: readonly Text[]
  /** What a row is, and what a group of rows is: a law firm, a county. */
  readonly rowLabel: Text
  readonly groupLabel: Text
  /** What rows are counted in: 家. */
  readonly rowUnit: Text
  readonly groups: readonly Group[]
  readonly requirements: readonly RequirementCounts[]
}

/** Entries of a record that contradict each other, or what the rules say of them. */
export interface Contradiction {
  readonly subject: RecordReference
  /** What the address calls the row in which the record is; none where nothing is asked of it. */
  readonly row: string | undefined
  readonly text: Text
  /** Where in the ledger the entries are. */
  readonly pointers: readonly string[]
}

export interface Group {
  /** None for what belongs to no group, such as the ledger as a whole; it comes last. */
  readonly unit: Unit | undefined
  /** What is asked of the group itself. */
  readonly own: Row | undefined
  readonly rows: readonly Row[]
}

/** A record of the ledger. */
export interface Unit {
  readonly pointer: string
  /** What tells it from all others, in this ledger and in a later one: its name, else its id. */
  readonly key: string
  /** What tells it from others of the same name: the group that it is in, else its id. */
  readonly apart?: string | undefined
  readonly id: string
  readonly name: string | undefined
  readonly label: Text
}

/** The same where nothing has to lead to it. */
export type NamedUnit = Omit<Unit, 'key'>

export interface Row {
  readonly unit: Unit
  /** One for each theme; none where nothing is asked. */
  readonly cells: readonly (Cell | undefined)[]
  readonly counts: Counts
  /** The records of which its findings are: itself and those in it. */
  readonly subjects: readonly string[]
}

export interface Cell {
  readonly mark: Mark
  /** How many findings have that mark. */
  readonly count: number
  /** How many have each other mark that says how something stands; none where there is no other. */
  readonly others?: Counts
}

/** A status as it is shown: what is not met of a goal or an encouragement is no breach, and what is to be checked not yet one. */
export type Mark = Status | 'not_reached' | 'to_check'

export type Counts = Partial<Readonly<Record<Mark, number>>>

export interface RequirementCounts {
  readonly id: string
  readonly title: Text
  readonly theme: Text
  readonly force: Force
  readonly counts: Counts
  /** For each finding of a mark, the place of its row, counted through all groups. */
  readonly rows: Partial<Readonly<Record<Mark, readonly number[]>>>
}

/** The gravest first. */
export const MARKS = [
  'not_met',
  'not_reached',
  'to_check',
  'review',
  'unknown',
  'pending',
  'met_late',
  'exempted',
  'met',
  'calculated',
  'not_applicable',
] as const satisfies readonly Mark[]

/** Of what somebody has to do something. */
export const OPEN_MARKS: readonly Mark[] = ['not_met', 'not_reached', 'to_check', 'review', 'unknown', 'pending']

/** `toCheck`: whether what is not met is to be checked before anybody is told of it. */
export function markOf(status: Status, force: Force, toCheck: boolean): Mark {
  if (status === 'not_met' && toCheck) return 'to_check'
  return status === 'not_met' && !binds(force) ? 'not_reached' : status
}

/** No pointer is written so. */
export const NO_GROUP = 'none'

/** The rows of all groups in their order, those of the groups themselves among them. */
export function rowsOf(groups: readonly Group[]): Row[] {
  return groups.flatMap(({ own, rows }) => (own ? [own, ...rows] : rows))
}

/** Nobody has to count these. */
export const QUIET: ReadonlySet<Mark> = new Set(['met', 'not_applicable', 'calculated'])

/** These say nothing of how things stand. */
const SILENT: ReadonlySet<Mark> = new Set(['not_applicable', 'calculated'])

/** The gravest mark among some, and what else there is: a clause that is met in part is not shown as if nothing of it were. */
export function cellOf(counts: ReadonlyMap<Mark, number> | undefined): Cell | undefined {
  const [mark, ...rest] = MARKS.filter((one) => counts?.has(one))
  if (!mark) return undefined
  const others = rest.filter((one) => !SILENT.has(one)).map((one) => [one, counts!.get(one)!] as const)
  return { mark, count: counts!.get(mark)!, ...(others.length > 0 && { others: Object.fromEntries(others) }) }
}

/** A group with all that is in it as one. */
export function togetherOf({ own, rows }: Group, themes: number): Pick<Row, 'cells' | 'counts'> {
  const all = own ? [own, ...rows] : rows
  const sum = (counts: readonly (number | undefined)[]) => counts.reduce<number>((total, count = 0) => total + count, 0)
  return {
    cells: Array.from({ length: themes }, (_, i) => {
      const cells = all.flatMap((row) => row.cells[i] ?? [])
      const counts = new Map<Mark, number>()
      for (const { mark, count, others = {} } of cells)
        for (const [one, more] of Object.entries({ ...others, [mark]: count }) as [Mark, number][])
          counts.set(one, (counts.get(one) ?? 0) + more)
      return cellOf(counts)
    }),
    counts: Object.fromEntries(MARKS.map((mark) => [mark, sum(all.map(({ counts }) => counts[mark])) || undefined])),
  }
}
