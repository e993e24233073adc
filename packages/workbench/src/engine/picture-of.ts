import type { Report, Text } from '@tiaoli/engine'
import type { Plan, RecordReference } from '@tiaoli/engine/plan'
import { getAt, isObject, pathOf, pointerOf, textWithoutRecord } from '@tiaoli/engine/plan'
import {
  MARKS,
  markOf,
  NO_GROUP,
  rowsOf,
  type Cell,
  type Group,
  type Mark,
  type Picture,
  type Row,
  type Unit,
} from './picture.ts'

/** Puts verdicts together, in the order of the ledger. */
export function pictureOf(
  plan: Plan,
  report: Report<'verdicts', undefined>,
  ledger: unknown,
  ledgerDay: string | undefined,
): Picture {
  const themes = themesOf(plan)
  const byId = new Map(
    plan.requirements.map((requirement) => {
      const theme = themes.findIndex(({ zh }) => zh === requirement.theme.zh)
      return [requirement.id, { requirement, theme }]
    }),
  )
  const { rows: rowScope, groups: groupScope } = scopesShown(plan)
  const rows = new Map<string, DraftRow>()
  const requirements = new Map<string, { counts: Map<Mark, number>; rows: Map<Mark, Set<string>> }>()
  // Many findings are about each record: its row is looked for once.
  const rowOf = new Map<string, DraftRow>()
  const rowAround = (subject: RecordReference): DraftRow => {
    const unit = unitAround(plan, ledger, subject, rowScope, groupScope)
    const begin = (): DraftRow => ({ unit, cells: new Map(), counts: new Map(), subjects: new Set() })
    const row = known(rows, unit.pointer, begin)
    if (subject.pointer === unit.pointer) row.unit = unit
    row.subjects.add(subject.pointer)
    return row
  }
  for (const { requirement: id, subject, status } of report.findings) {
    const { requirement, theme } = byId.get(id)!
    const mark = markOf(status, requirement.force)
    const asked = known(requirements, id, () => ({ counts: new Map(), rows: new Map() }))
    add(asked.counts, mark)
    const row = known(rowOf, subject.pointer, () => rowAround(subject))
    known(asked.rows, mark, () => new Set<string>()).add(row.unit.pointer)
    add(row.counts, mark)
    add(
      known(row.cells, theme, () => new Map<Mark, number>()),
      mark,
    )
  }
  const silent: DraftUnit[] = []
  const groups = grouped([...rows.values()], themes.length, plan, rowScope.name, groupScope.name, (pointer) => {
    const unit = unitAt(ledger, pointer, groupScope.label)
    silent.push(unit)
    return unit
  })
  tellApart([...[...rows.values()].map(({ unit }) => unit), ...silent])
  const places = new Map(rowsOf(groups).map(({ unit }, i) => [unit.pointer, i]))
  return {
    asOf: report.receipt.asOf,
    ledgerDay,
    notices: report.notices.map(({ text }) => text),
    contradictions: report.conflicts.map(({ subject, facts, text }) => ({
      subject,
      row: rows.get(unitAround(plan, ledger, subject, rowScope, groupScope).pointer)?.unit.key,
      text,
      pointers: facts.map((name) => `${subject.pointer}${pointerOf(pathIn(plan, name))}`),
    })),
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

type DraftUnit = { -readonly [K in keyof Unit]: Unit[K] }

interface DraftRow {
  unit: DraftUnit
  readonly cells: Map<number, Map<Mark, number>>
  readonly counts: Map<Mark, number>
  readonly subjects: Set<string>
}

type Scope = Plan['root']

/** The scope of which most is asked is the rows; the one around it, their groups. */
export function scopesShown(plan: Plan): { rows: Scope; groups: Scope } {
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
function unitAround(plan: Plan, ledger: unknown, subject: RecordReference, rows: Scope, groups: Scope): DraftUnit {
  let scope: Scope | undefined = plan.scopes.get(subject.scope)
  let path = pathOf(subject.pointer)
  while (scope && scope !== rows && scope !== groups) {
    scope = scope.parent
    path = path.slice(0, -2)
  }
  const pointer = pointerOf(path)
  if (!scope || pointer === subject.pointer) return unitOf(plan, subject)
  return unitAt(ledger, pointer, scope.label)
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

/** A record of which nothing is asked on the day, as the ledger calls it. */
function unitAt(ledger: unknown, pointer: string, label: Text): DraftUnit {
  const record = getAt(ledger, pathOf(pointer))
  const [id, name] = isObject(record) ? [record['id'], record['name']] : []
  const ownId = typeof id === 'string' ? id : pointer
  const ownName = typeof name === 'string' ? name : undefined
  return { pointer, key: ownName ?? ownId, id: ownId, name: ownName, label }
}

function grouped(
  rows: readonly DraftRow[],
  width: number,
  plan: Plan,
  rowScope: string,
  groupScope: string,
  unitOfGroup: (pointer: string) => DraftUnit,
): Group[] {
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
      unit: unit ?? (pointer === NO_GROUP ? undefined : unitOfGroup(pointer)),
    }))
    .sort((a, b) => Number(a.unit === undefined) - Number(b.unit === undefined))
}

function finished({ unit, cells, counts, subjects }: DraftRow, width: number): Row {
  return {
    unit,
    cells: Array.from({ length: width }, (_, i) => cellOf(cells.get(i))),
    counts: Object.fromEntries(counts),
    subjects: [...subjects],
  }
}

/** Where in its record a given fact is. */
function pathIn({ facts }: Plan, name: string): readonly string[] {
  const fact = facts.get(name)
  if (fact?.kind !== 'given') throw new Error(`${name} is not given`)
  return fact.path
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
