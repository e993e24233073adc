import type { Text } from '@tiaoli/engine'
import { ledgerPart, type ImportColumn, type ImportTable, type Plan } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { conditionsOf } from '../columns/conditions.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import { columnFacts } from '../columns/likely-facts.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { usualWords } from './usual-meanings.ts'

/** What the cells of a column give, however it is called. */
export type ColumnMeaning = Omit<ImportColumn, 'headings' | 'under'>

/** Something that a person may say of a column. */
export interface ColumnChoice {
  readonly label: Text
  /** More than one where another column of the row says which it is. */
  readonly gives: readonly ColumnMeaning[]
  /** The name by which the pack speaks of the column where it says how others are read. */
  readonly called?: string
}

/** What a column of a table may give: names of records, persons, facts, what the pack says of columns, and remarks. */
export function columnChoices(
  plan: Plan,
  table: ImportTable,
  columns: readonly Pick<SheetColumn, 'headings'>[],
): ColumnChoice[] {
  if (table.noLedger) return []
  const row = plan.scopes.get(table.row ?? '')
  const counted = table.counts?.flatMap(({ fact }) => ledgerPart(plan.scopes, fact)?.scope ?? [])[0]
  const own = row ? [...namesAround(row, plan), ...personsOf(row, plan), ...factsOf(row, plan)] : []
  if (counted) own.push(...namesAround(counted, plan))
  const all = [...own, ...asInPack(plan, table, columns), REMARK]
  return [...new Map(all.map((one) => [one.label.zh, one])).values()]
}

/** What is said of a column that nobody but a person reads. */
export const REMARK_LABEL: Text = { zh: '备注，供人工阅读', en: 'remarks, for a person to read' }

const REMARK: ColumnChoice = {
  label: REMARK_LABEL,
  gives: [{ remark: true }],
}

const nameOf = ({ zh, en }: Text): Text => ({ zh: `${zh}名称`, en: `${en}: name` })
/** A column with the name of somebody. */
export const personLabel = ({ zh, en }: Text): Text => ({ zh: `${zh}（姓名）`, en: `${en} (name of the person)` })

function choice(label: Text, meaning: ColumnMeaning, plan: Plan): ColumnChoice {
  const words = usualWords(plan, meaning)
  return { label, gives: [{ ...meaning, ...(Object.keys(words).length > 0 && { words }) }] }
}

/** The names of the record of a row, of those around it, and of those to which it refers or which refer to it. */
function namesAround(row: Scope, plan: Plan): ColumnChoice[] {
  const named = around(row).filter(({ layout }) => layout.get('name')?.kind === 'name')
  return [
    ...named.map((scope) =>
      choice(nameOf(scope.label), { record: scope.name, ...(scope !== row && { fill: true as const }) }, plan),
    ),
    ...around(row).flatMap(({ references }) =>
      references.map((reference) => choice(nameOf(reference.label), { record: reference.name }, plan)),
    ),
    ...row.referredBy.map((reference) =>
      choice(
        {
          zh: `${reference.scope.label.zh}名称（可有几个）`,
          en: `${reference.scope.label.en}: name, or several`,
        },
        { referredBy: reference.name },
        plan,
      ),
    ),
  ]
}

/** Who or what has an id of its own in a record: persons, and organizations that are no records. */
function personsOf(row: Scope, plan: Plan): ColumnChoice[] {
  const said = packColumns(plan)
  const organizations = new Set(said.flatMap(({ organization }) => organization ?? []))
  const persons = new Set(said.flatMap(({ person }) => person ?? []))
  return [row, ...targetsOf(row)].flatMap((scope) =>
    scope.given.flatMap((fact): ColumnChoice[] => {
      const { name, type, of, path, label } = fact
      if (type !== 'id' || fact === scope.id) return []
      if (of !== undefined || organizations.has(name))
        return [choice(organizationLabel(label), { organization: name }, plan)]
      const isPerson = persons.has(name) || scope.naming.includes(fact) || (path.length > 1 && path.at(-1) === 'id')
      return isPerson ? [choice(personLabel(label), { person: name }, plan)] : []
    }),
  )
}

/** A column with the name of an organization that has an id in the ledger: 党组织标识 is the id of what has the name. */
export function organizationLabel({ zh, en }: Text): Text {
  return nameOf({ zh: zh.replace(/标识$/, ''), en: en.replace(/^id of (?:the )?/, '') })
}

function factsOf(row: Scope, plan: Plan): ColumnChoice[] {
  const years = row.children.flatMap(({ keyFact }) => (keyFact ? [{ label: keyFact.label, fact: keyFact.name }] : []))
  return [
    ...[row, ...targetsOf(row)]
      .flatMap((scope) => columnFacts(scope))
      .flatMap(({ fact, label, isOfYear }) =>
        isOfYear
          ? YEARS.map(({ year, of }) => choice(of(label), { fact, year }, plan))
          : [choice(label, { fact }, plan)],
      ),
    ...years.map(({ label, fact }) => choice(label, { fact }, plan)),
  ]
}

const YEARS = [
  { year: 'previous', of: ({ zh, en }: Text): Text => ({ zh: `上年度${zh}`, en: `${en}, last year` }) },
  { year: 'current', of: ({ zh, en }: Text): Text => ({ zh: `本年度${zh}`, en: `${en}, this year` }) },
] as const

/** The kinds of records to which a record may refer. */
function targetsOf(row: Scope): Scope[] {
  return row.references.flatMap(({ to }) => (to && to.parent && !around(row).includes(to) && to !== row ? [to] : []))
}

/** A scope and those around it, without that of the ledger. */
function around(scope: Scope): Scope[] {
  const all: Scope[] = []
  for (let at: Scope | undefined = scope; at?.parent; at = at.parent) all.push(at)
  return all
}

function packColumns({ imports }: Plan): ImportColumn[] {
  return [...imports.values()].flatMap(({ tables }) => tables.flatMap(({ columns = [] }) => columns))
}

/** Columns as the pack reads them that say more than one thing: ticks, and whether two offices are held by one person. */
function asInPack(plan: Plan, table: ImportTable, columns: Headed): ColumnChoice[] {
  const tables = [...plan.imports.values()].flatMap(({ tables: all }) => all)
  const like = tables.filter((one) => !one.noLedger && one.row === table.row && !one.counts === !table.counts)
  const groups = new Map<string, { all: ImportColumn[]; of: ImportTable }>()
  for (const of of like)
    for (const column of of.columns ?? []) {
      const name = [[column.under ?? []].flat()[0], column.headings[0]].filter(Boolean).join('／')
      const group = groups.get(name)
      if (group === undefined) groups.set(name, { all: [column], of })
      else if (group.of === of) group.all.push(column)
    }
  return [...groups].flatMap(([name, { all, of }]): ColumnChoice[] => {
    const called = namesSpokenOf(of).find((spoken) => all.some(({ headings }) => headings.includes(spoken)))
    const isOfCounts = called !== undefined && table.counts !== undefined
    const gives = isOfCounts
      ? all.map(meaningOf)
      : readable(all, [...(table.columns ?? []), ...(of.columns ?? [])], columns)
    if (gives.length === 0 || (called === undefined && gives.every((one) => isPlain(one) && !one.when))) return []
    const label = {
      zh: `${name}（照对照设置读）`,
      en: `${saidOf(plan, gives) || name} (as the mapping reads “${name}”)`,
    }
    return [{ label, gives, ...(called !== undefined && { called }) }]
  })
}

type Headed = readonly Pick<SheetColumn, 'headings'>[]

/** The headings of columns that say how others are read, or which rows count. */
function namesSpokenOf({ columns = [], counts = [], persons }: ImportTable): string[] {
  return [
    ...columns.flatMap((one) => conditionsOf(one).map(({ column }) => column)),
    ...counts.flatMap(({ where = [] }) => where.map(({ column }) => column)),
    ...(persons ? [persons.name, ...(persons.apart ?? [])] : []),
  ]
}

/** What a column of the pack gives in a sheet. What waits for a column that is not there is read if it is one thing alone. */
function readable(all: readonly ImportColumn[], told: readonly ImportColumn[], columns: Headed): ColumnMeaning[] {
  const said = all.filter(({ unused }) => unused === undefined)
  const isHeaded = (asked: string) =>
    told.some(
      ({ headings }) =>
        headings.includes(asked) &&
        columns.some((column) => headings.some((name) => isCalled({ ...column, column: 0, address: '' }, name))),
    )
  const isThere = (one: ImportColumn) => !one.when || conditionsOf(one).some(({ column }) => isHeaded(column))
  const able = said.filter(isThere)
  if (able.length > 0) return distinct(able.map(meaningOf))
  const plain = distinct(said.map((column) => meaningOf({ ...column, when: undefined })))
  return plain.length === 1 ? plain : []
}

function meaningOf(column: ImportColumn): ColumnMeaning {
  const { headings: _, under: __, ...meaning } = column
  return meaning
}

function distinct(meanings: readonly ColumnMeaning[]): ColumnMeaning[] {
  return [...new Map(meanings.map((meaning) => [JSON.stringify(meaning), meaning])).values()]
}

function isPlain({
  words = {},
  sets,
  same,
  somebody,
  fact,
  person,
  record,
  organization,
  remark,
}: ColumnMeaning): boolean {
  const isOne = Object.values(words).every((meaning) => typeof meaning !== 'object' || meaning === null)
  const reads = [fact, person, record, organization].some((name) => name !== undefined)
  return !sets && !same && somebody === undefined && isOne && (reads || remark === true)
}

/** What columns give, in English. */
function saidOf({ scopes }: Plan, gives: readonly ColumnMeaning[]): string {
  const labels = gives.flatMap((meaning) =>
    factsGivenBy({ ...meaning, headings: [] }).flatMap((name) => {
      const part = ledgerPart(scopes, name)
      if (part?.kind === 'records') return part.scope.label.en
      if (part?.kind === 'attestation') return part.value.label.en
      return part?.kind === 'fact' ? part.fact.label.en : []
    }),
  )
  return [...new Set(labels)].slice(0, 3).join(', ')
}
