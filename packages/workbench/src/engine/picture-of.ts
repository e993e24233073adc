import type { Report, Text, Verdict } from '@tiaoli/engine'
import type { Plan, RecordReference } from '@tiaoli/engine/plan'
import { pathOf, pointerOf, textWithoutRecord } from '@tiaoli/engine/plan'
import {
  cellOf,
  markOf,
  NO_GROUP,
  rowsOf,
  type Group,
  type Mark,
  type Picture,
  type Row,
  type Unit,
} from './picture.ts'
import { scopesShown, type Scope } from './scopes-shown.ts'
import { unitAround, unitAt, tellApart, type DraftUnit } from './units.ts'

/** Puts verdicts together, in the order of the ledger. */
export function pictureOf(
  plan: Plan,
  report: Report<'verdicts', undefined>,
  ledger: unknown,
  ledgerDay: string | undefined,
  isToCheck: (verdict: Verdict) => boolean,
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
  const requirements = new Map<string, { counts: Map<Mark, number>; rows: Map<Mark, string[]> }>()
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
  for (const verdict of report.findings) {
    const { requirement: id, subject, status } = verdict
    const { requirement, theme } = byId.get(id)!
    const mark = markOf(status, requirement.force, status === 'not_met' && isToCheck(verdict))
    const asked = known(requirements, id, () => ({ counts: new Map(), rows: new Map() }))
    add(asked.counts, mark)
    const row = known(rowOf, subject.pointer, () => rowAround(subject))
    known(asked.rows, mark, (): string[] => []).push(row.unit.pointer)
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
  const groupOf = new Map(groups.flatMap(({ unit, rows: own }) => own.map((row) => [row.unit, unit?.name ?? unit?.id])))
  tellApart([...[...rows.values()].map(({ unit }) => unit), ...silent], (unit) => groupOf.get(unit))
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
      const placesOf = (pointers: readonly string[]) => pointers.map((pointer) => places.get(pointer)!)
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

interface DraftRow {
  unit: DraftUnit
  readonly cells: Map<number, Map<Mark, number>>
  readonly counts: Map<Mark, number>
  readonly subjects: Set<string>
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

function add(counts: Map<Mark, number>, mark: Mark): void {
  counts.set(mark, (counts.get(mark) ?? 0) + 1)
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
