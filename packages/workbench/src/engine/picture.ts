import type { Report, Status, Text } from '@tiaoli/engine'
import type { Force, Plan, RecordReference } from '@tiaoli/engine/plan'
import { pathOf, pointerOf, textWithoutRecord } from '@tiaoli/engine/plan'

/** How a city stands: records as rows in their groups, themes as columns, each cell the gravest status in it. */
export interface Picture {
  readonly asOf: string
  readonly ledgerDay: string | undefined
  readonly notices: readonly Text[]
  readonly conflicts: readonly { readonly subject: RecordReference; readonly text: Text }[]
  readonly totals: Readonly<Record<Status, number>>
  readonly themes: readonly Text[]
  /** What a row is, and what a group of rows is: a law firm, a county. */
  readonly rowLabel: Text
  readonly groupLabel: Text
  /** What rows are counted in: 家. */
  readonly rowUnit: Text
  readonly groups: readonly Group[]
  readonly requirements: readonly RequirementCounts[]
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
}

/** A status as it is shown: what is not met of a goal or an encouragement is no breach. */
export type Mark = Status | 'not_reached'

export type Counts = Partial<Readonly<Record<Mark, number>>>

export interface RequirementCounts {
  readonly id: string
  readonly title: Text
  readonly theme: Text
  readonly force: Force
  readonly counts: Counts
  /** The places of the rows that have findings of a mark, counted through all groups. */
  readonly rows: Partial<Readonly<Record<Mark, readonly number[]>>>
}

/** The gravest first. */
export const MARKS = [
  'not_met',
  'not_reached',
  'review',
  'unknown',
  'pending',
  'met_late',
  'exempted',
  'met',
  'calculated',
  'not_applicable',
] as const satisfies readonly Mark[]

const BINDING: ReadonlySet<Force> = new Set(['must', 'direct', 'constitutive'])

export function markOf(status: Status, force: Force): Mark {
  return status === 'not_met' && !BINDING.has(force) ? 'not_reached' : status
}

/** Puts verdicts together, in the order of the ledger. */
export function pictureOf(plan: Plan, report: Report<'verdicts', undefined>, ledgerDay: string | undefined): Picture {
  const byId = new Map(plan.requirements.map((requirement) => [requirement.id, requirement]))
  const themes = themesOf(plan)
  const { rows: rowScope, groups: groupScope } = scopesShown(plan)
  const rows = new Map<string, DraftRow>()
  const requirements = new Map<string, { counts: Map<Mark, number>; rows: Map<Mark, Set<string>> }>()
  for (const { requirement: id, subject, status } of report.findings) {
    const requirement = byId.get(id)!
    const mark = markOf(status, requirement.force)
    const asked = known(requirements, id, () => ({ counts: new Map(), rows: new Map() }))
    add(asked.counts, mark)
    const unit = unitAround(plan, subject, rowScope, groupScope)
    const row = known(rows, unit.pointer, () => ({ unit, cells: new Map(), counts: new Map(), subjects: new Set() }))
    if (subject.pointer === unit.pointer) row.unit = unitOf(plan, subject)
    known(asked.rows, mark, () => new Set<string>()).add(unit.pointer)
    row.subjects.add(subject.pointer)
    add(row.counts, mark)
    add(
      known(
        row.cells,
        themes.findIndex(({ zh }) => zh === requirement.theme.zh),
        () => new Map<Mark, number>(),
      ),
      mark,
    )
  }
  tellApart([...rows.values()].map(({ unit }) => unit))
  const groups = grouped([...rows.values()], themes.length, plan, rowScope.name, groupScope.name)
  const places = new Map(rowsOf(groups).map(({ unit }, i) => [unit.pointer, i]))
  return {
    asOf: report.receipt.asOf,
    ledgerDay,
    notices: report.notices.map(({ text }) => text),
    conflicts: report.conflicts.map(({ subject, text }) => ({ subject, text })),
    totals: report.summary,
    themes,
    rowLabel: rowScope.label,
    groupLabel: groupScope.label,
    rowUnit: unitOfCounts(plan, rowScope),
    groups,
    requirements: plan.requirements.flatMap(({ id, title, theme, force }) => {
      const asked = requirements.get(id)
      if (!asked) return []
      const placesOf = (pointers: ReadonlySet<string>) => [...pointers].map((pointer) => places.get(pointer)!)
      return [
        {
          id,
          title: textWithoutRecord(plan, title),
          theme,
          force,
          counts: Object.fromEntries(asked.counts),
          rows: Object.fromEntries([...asked.rows].map(([mark, pointers]) => [mark, placesOf(pointers)])),
        },
      ]
    }),
  }
}

/** The rows of all groups in their order, those of the groups themselves among them. */
export function rowsOf(groups: readonly Group[]): Row[] {
  return groups.flatMap(({ own, rows }) => (own ? [own, ...rows] : rows))
}

/** A group with all that is in it as one. */
export function togetherOf({ own, rows }: Group, themes: number): Pick<Row, 'cells' | 'counts'> {
  const all = own ? [own, ...rows] : rows
  const sum = (counts: readonly (number | undefined)[]) => counts.reduce<number>((total, count = 0) => total + count, 0)
  return {
    cells: Array.from({ length: themes }, (_, i) => {
      const cells = all.flatMap((row) => row.cells[i] ?? [])
      const mark = MARKS.find((one) => cells.some((cell) => cell.mark === one))
      return mark && { mark, count: sum(cells.map((cell) => (cell.mark === mark ? cell.count : 0))) }
    }),
    counts: Object.fromEntries(MARKS.map((mark) => [mark, sum(all.map(({ counts }) => counts[mark])) || undefined])),
  }
}

type DraftUnit = { -readonly [K in keyof Unit]: Unit[K] }

interface DraftRow {
  unit: DraftUnit
  readonly cells: Map<number, Map<Mark, number>>
  readonly counts: Map<Mark, number>
  readonly subjects: Set<string>
}

type Scope = Plan['root']

/** The scope of which most is asked is the rows; the one around it, their groups. */
function scopesShown(plan: Plan): { rows: Scope; groups: Scope } {
  const asked = new Map<Scope, number>()
  for (const { subject } of plan.requirements) asked.set(subject, (asked.get(subject) ?? 0) + 1)
  const [most] = [...asked].sort(([, a], [, b]) => b - a)
  const rows = most?.[0] ?? plan.root
  return { rows, groups: rows.parent ?? rows }
}

/** The unit in which the rules count records of a scope; any thing is counted in 个. */
function unitOfCounts({ facts }: Plan, { name }: Scope): Text {
  for (const { unit, ...fact } of facts.values()) {
    const formula = fact.kind === 'derived' ? fact.formula : undefined
    const isCount = formula?.kind === 'aggregate' && formula.name === 'count' && formula.over.name === name
    if (unit && isCount) return unit
  }
  return { zh: '个', en: '' }
}

/** Themes in the order of the pack; those of several files that are called the same are one. */
function themesOf({ requirements }: Plan): Text[] {
  return [...new Map(requirements.map(({ theme }) => [theme.zh, theme])).values()]
}

/** The row of a finding: the record of the scope of rows or groups that it is in, else its own. */
function unitAround(plan: Plan, subject: RecordReference, rows: Scope, groups: Scope): DraftUnit {
  let scope: Scope | undefined = plan.scopes.get(subject.scope)
  let path = pathOf(subject.pointer)
  while (scope && scope !== rows && scope !== groups) {
    scope = scope.parent
    path = path.slice(0, -2)
  }
  const pointer = pointerOf(path)
  if (!scope || pointer === subject.pointer) return unitOf(plan, subject)
  const around = subject.within?.find((record) => record.pointer === pointer)
  const id = around?.id ?? pointer
  return { pointer, key: around?.name ?? id, id, name: around?.name, label: scope.label }
}

function unitOf(plan: Plan, { scope, pointer, id, name, within = [] }: RecordReference): DraftUnit {
  const around = within.at(-1)
  // One without a name or an id has its place, in what is around it; the ledger itself is one alone.
  const place = pointer === '' ? scope : [around?.name ?? around?.id, pathOf(pointer).at(-1)].filter(Boolean).join(' ')
  return { pointer, key: name ?? (id === pointer ? place : id), id, name, label: plan.scopes.get(scope)!.label }
}

/** Records of one name are told apart by their ids. */
function tellApart(units: readonly DraftUnit[]): void {
  const seen = new Set<string>()
  for (const unit of units) {
    if (seen.has(unit.key)) unit.key += ` ${unit.id}`
    seen.add(unit.key)
  }
}

function grouped(rows: readonly DraftRow[], width: number, plan: Plan, rowScope: string, groupScope: string): Group[] {
  const groups = new Map<string, { unit: Unit | undefined; own: Row | undefined; rows: Row[] }>()
  const rowLabel = plan.scopes.get(rowScope)!.label
  const groupLabel = plan.scopes.get(groupScope)!.label
  for (const draft of rows) {
    const row = finished(draft, width)
    const isRow = draft.unit.label === rowLabel
    const isGroup = !isRow && draft.unit.label === groupLabel
    const pointer = isRow ? pointerOf(pathOf(row.unit.pointer).slice(0, -2)) : isGroup ? row.unit.pointer : NO_GROUP
    const group = known(groups, pointer, () => ({ unit: undefined, own: undefined, rows: [] }))
    if (isGroup) Object.assign(group, { unit: row.unit, own: row })
    else group.rows.push(row)
  }
  return [...groups]
    .map(([pointer, { unit, ...group }]) => ({
      ...group,
      unit:
        unit ??
        (pointer === NO_GROUP ? undefined : { pointer, key: pointer, id: pointer, name: undefined, label: groupLabel }),
    }))
    .sort((a, b) => Number(a.unit === undefined) - Number(b.unit === undefined))
}

/** No pointer is written so. */
export const NO_GROUP = 'none'

function finished({ unit, cells, counts, subjects }: DraftRow, width: number): Row {
  return {
    unit,
    cells: Array.from({ length: width }, (_, i) => cellOf(cells.get(i))),
    counts: Object.fromEntries(counts),
    subjects: [...subjects],
  }
}

function cellOf(marks: ReadonlyMap<Mark, number> | undefined): Cell | undefined {
  const mark = MARKS.find((one) => marks?.has(one))
  return mark && { mark, count: marks!.get(mark)! }
}

function add(counts: Map<Mark, number>, mark: Mark): void {
  counts.set(mark, (counts.get(mark) ?? 0) + 1)
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
