import { OwnLanguages, type ImportColumn, type ImportFile, type ImportTable, type Plan } from '@tiaoli/engine/plan'
import type { Sheet, Workbook } from '../workbook.ts'
import type { Scope } from './draft-record.ts'
import { lastHeading, likelyFacts, plainKey } from './likely-facts.ts'
import {
  columnsKnown,
  findTable,
  headsOf,
  isNearer,
  matchColumns,
  type SheetColumn,
  type TableHead,
} from './table-head.ts'
import { usualSettings } from './usual-settings.ts'
import { headingKey, withoutBrackets } from './words.ts'

/** Columns about persons: a table that has one of them is a roster. */
const PERSONAL = /^(?:姓名|性别|民族|出生(?:日期|年月|时间)|(?:公民)?身份证?号码?|身份证|联系电话|手机号?码?)$/
const NAME_OF = /名称$/

/**
 * A mapping guessed from the headings of workbooks: by what the pack says of columns that are called so, whatever else is
 * in the table, and by the labels of the catalogue. What it does not know it leaves out.
 */
export function guessMapping(workbooks: readonly Workbook[], plan: Plan): ImportFile {
  const sheets = workbooks.flatMap((book) => book.sheets).filter(({ hidden }) => !hidden)
  const tables = sheets.flatMap((sheet) => guessTable(sheet, plan) ?? [])
  const distinct = new Map(tables.map((table) => [JSON.stringify(table.has), table]))
  // So that the pack takes it, it has words in no other language.
  return new OwnLanguages(plan.reading).of<ImportFile>({
    ...usualSettings(plan),
    id: 'guessed',
    title: { zh: '按表头推测', en: 'Guessed from headings' },
    guessed: true,
    tables: distinct.size > 0 ? [...distinct.values()] : [NOTHING],
  })
}

const NOTHING: ImportTable = {
  title: { zh: '没有认出表', en: 'No table is known' },
  has: ['—'],
  noLedger: { zh: '没有认出表。', en: 'No table is known.' },
}

function guessTable(sheet: Sheet, plan: Plan): ImportTable | undefined {
  const known = [...plan.imports.values()].flatMap(({ tables }) => tables)
  const totals = findTable(
    sheet,
    known.filter(({ noLedger }) => noLedger),
    plan.scopes,
  )
  if (totals) return totals.table
  let best: { table: ImportTable; columns: number; head: TableHead } | undefined
  for (const head of headsOf(sheet)) {
    const tables = [...known.map((table) => likeTable(table, head, plan)), tableUnder(head, plan)]
    for (const table of tables) {
      if (!table) continue
      const columns = columnsKnown({ matches: matchColumns(head, table.columns ?? [], plan.scopes) })
      const isBetter = !best || columns > best.columns || (columns === best.columns && isNearer(head, best.head))
      if (isBetter) best = { table, columns, head }
    }
  }
  return best?.table
}

/** As much of a table of the pack as is under these headings; undefined where nothing names the records. */
function likeTable(known: ImportTable, head: TableHead, plan: Plan): ImportTable | undefined {
  const { row, counts = [], columns = [] } = known
  const matches = matchColumns(head, columns, plan.scopes)
  const isNaming = ({ record }: ImportColumn) => record !== undefined && (row === undefined || record === row)
  const [naming] = [...matches].find(([, found]) => found.some(isNaming)) ?? []
  const found = new Set([...matches.values()].flat())
  const isFound = (name: string) => [...found].some(({ headings }) => headings.includes(name))
  const isCounted = counts.every(({ where = [] }) => where.every(({ column }) => isFound(column)))
  if (known.noLedger || !naming || !isCounted) return undefined
  const scope = row === undefined ? undefined : plan.scopes.get(row)
  const others = head.columns.filter((column) => !matches.has(column))
  const facts = scope ? likelyFacts(others, scope, found).values() : []
  // A column that is read for the year in its heading has the headings of the one of the pack.
  const used = new Set([...found].map(({ headings }) => headings))
  return {
    ...known,
    has: [lastHeading(naming)],
    columns: [...columns.filter(({ headings }) => used.has(headings)), ...facts],
  }
}

/** The table of which these rows are the headings, by the catalogue; undefined unless a column has the names of records. */
function tableUnder({ columns }: TableHead, plan: Plan): ImportTable | undefined {
  const personal = columns.filter(({ headings }) => PERSONAL.test(lastKey(headings)))
  if (personal.length > 1 && personal.every(({ headings }) => headings.length === 1))
    return {
      title: { zh: '花名册', en: 'A roster' },
      has: personal.slice(0, 2).map(lastHeading),
      noLedger: {
        zh: '每行是一个人，怎样计数须由导入说明写明。',
        en: 'Each row is a person; how they are counted, a mapping has to say.',
      },
    }
  const named = columns.flatMap((column) => {
    const scope = scopeNamed(column, plan)
    return scope ? [{ column, scope }] : []
  })
  const row = named.find(({ column }) => NAME_OF.test(lastKey(column.headings)))
  if (!row) return undefined
  const around = named.filter(({ scope }) => scope !== row.scope && isAround(scope, row.scope))
  const others = columns.filter((column) => !named.some((one) => one.column === column))
  return {
    title: row.scope.label,
    has: [lastHeading(row.column)],
    row: row.scope.name,
    columns: [
      ...around.map(({ column, scope }) => ({
        headings: [lastHeading(column)],
        record: scope.name,
        fill: true as const,
      })),
      { headings: [lastHeading(row.column)], record: row.scope.name },
      ...likelyFacts(others, row.scope).values(),
    ],
  }
}

function lastKey(headings: readonly string[]): string {
  return withoutBrackets(headingKey(headings.at(-1) ?? ''))
}

/** The scope with names whose records a column names: 律师事务所名称, 县（市、区）. */
function scopeNamed({ headings }: SheetColumn, { scopes }: Plan): Scope | undefined {
  const key = plainKey(headings.at(-1) ?? '').replace(NAME_OF, '')
  return [...scopes.values()].find(
    ({ label, layout, parent }) => parent && layout.has('name') && key !== '' && plainKey(label.zh) === key,
  )
}

function isAround(scope: Scope, inner: Scope): boolean {
  for (let at: Scope | undefined = inner; at; at = at.parent) if (at === scope) return true
  return false
}
