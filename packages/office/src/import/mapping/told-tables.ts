import type { Text } from '@tiaoli/engine'
import type { ImportColumn, ImportFile, ImportTable, Plan } from '@tiaoli/engine/plan'
import type { Sheet, Workbook } from '../../workbook.ts'
import type { Scope } from '../../scope.ts'
import { isRead } from '../table/is-read.ts'
import { headingSynonyms } from '../columns/heading-synonyms.ts'
import { likelyFacts } from '../columns/likely-facts.ts'
import { findTable } from '../table/find-table.ts'
import { headsOf, type TableHead } from '../table/table-head.ts'
import { isForm, listsRecords } from '../table/unknown-sheet.ts'
import { namedBy } from '../names/is-named.ts'
import { usualWords } from './usual-meanings.ts'

/** A sheet of which a person has to say what its rows are. */
export interface UnknownSheet {
  readonly file: string
  readonly sheet: string
  /** Where its headings may be, and how the columns are then called; the likeliest first. */
  readonly heads: readonly {
    readonly firstRow: number
    readonly lastRow: number
    readonly headings: readonly string[]
  }[]
}

/** What the rows of a sheet may be. */
export interface RowChoice {
  readonly rows: string
  readonly label: Text
}

/** What a person says of a sheet: where its headings are, and what each row is. */
export interface TableTelling {
  readonly file: string
  readonly sheet: string
  readonly firstRow: number
  readonly lastRow: number
  /** One of the choices. */
  readonly rows: string
}

/** The sheets of which a mapping makes no ledger, though they are tables. */
export function unknownSheets(workbooks: readonly Workbook[], mapping: ImportFile, plan: Plan): UnknownSheet[] {
  const { scopes, imports } = plan
  const isName = namedBy(mapping, plan)
  const totals = new Set([...imports.values()].flatMap(({ tables }) => tables).map(keyOf))
  return workbooks.flatMap(({ name: file, sheets }) =>
    sheets.flatMap((sheet): UnknownSheet[] => {
      const found = findTable(sheet, mapping.tables, scopes)
      const isOfOne = isForm(sheet, mapping.tables, isName) && !(found && listsRecords(sheet, found, isName))
      if (!isRead(sheet, mapping) || isOfOne) return []
      const isKnown = found && (!found.table.noLedger || totals.has(keyOf(found.table)))
      const heads = isKnown ? [] : likelyHeads(sheet)
      return heads.length === 0
        ? []
        : [
            {
              file,
              sheet: sheet.name,
              heads: heads.map(({ firstRow, lastRow, columns }) => ({
                firstRow,
                lastRow,
                headings: columns.map(({ headings }) => headings.join('／')),
              })),
            },
          ]
    }),
  )
}

/** A table of which no ledger can be made is known where the pack says so. */
function keyOf({ has, noLedger }: ImportTable): string {
  return JSON.stringify([has, noLedger])
}

/** Headings are words, most of them in one row, the first of those that have as many. */
function likelyHeads(sheet: Sheet): TableHead[] {
  const wordsIn = ({ columns }: TableHead) =>
    new Set(
      columns
        .map(({ headings }) => headings.at(-1) ?? '')
        .filter((text) => /\p{L}/u.test(text) && text.length < LONGEST),
    ).size
  return headsOf(sheet)
    .filter((head) => wordsIn(head) > 1)
    .sort(
      (a, b) => wordsIn(b) - wordsIn(a) || a.lastRow - a.firstRow - (b.lastRow - b.firstRow) || a.firstRow - b.firstRow,
    )
}

/** A longer text is no heading. */
const LONGEST = 40

/** What rows may be: records of the ledger, or persons to be counted as in a roster of the pack. */
export function rowChoices({ scopes, imports }: Plan): RowChoice[] {
  const records = [...scopes.values()].filter(({ parent, keyed }) => parent && !keyed)
  const rosters = [...imports.values()].flatMap(({ id, tables }) =>
    tables.flatMap(({ counts, title }, i) => (counts ? [{ rows: `${id} ${i}`, label: title }] : [])),
  )
  return [...records.map(({ name, label }) => ({ rows: name, label })), ...rosters]
}

/** A mapping that also reads sheets as a person says what their rows are. Their columns are still to be told. */
export function tellTables(
  mapping: ImportFile,
  tellings: readonly TableTelling[],
  workbooks: readonly Workbook[],
  plan: Plan,
): ImportFile {
  const tables = tellings.flatMap((telling) => {
    const sheet = workbooks.find(({ name }) => name === telling.file)?.sheets.find(({ name }) => name === telling.sheet)
    const head =
      sheet &&
      headsOf(sheet).find(({ firstRow, lastRow }) => firstRow === telling.firstRow && lastRow === telling.lastRow)
    return head ? (toldTable(head, telling.rows, plan) ?? []) : []
  })
  return { ...mapping, tables: [...mapping.tables, ...tables] }
}

/** So many headings tell such a table from others. */
const TELLING = 3

function toldTable(head: TableHead, rows: string, plan: Plan): ImportTable | undefined {
  const scope = plan.scopes.get(rows)
  const roster = rosterOf(plan, rows)
  if (!scope && !roster) return undefined
  const likely = scope ? likelyFacts(head.columns, scope, { synonyms: headingSynonyms(plan) }) : new Map<never, never>()
  const columns = new Map<string, ImportColumn>()
  for (const column of head.columns) {
    const heading = column.headings.at(-1)
    if (heading === undefined) continue
    const [under] = column.headings.length > 1 ? column.headings : []
    const guessed = likely.get(column)
    const words = guessed ? usualWords(plan, guessed) : {}
    const told: ImportColumn = guessed
      ? { ...guessed, ...(Object.keys(words).length > 0 && { words }) }
      : { headings: [heading], ...(under !== undefined && { under }), unused: NOT_TOLD }
    columns.set(JSON.stringify([under, heading]), told)
  }
  const has = [...new Set([...columns.values()].flatMap(({ headings }) => headings))].slice(0, TELLING)
  return {
    title: scope?.label ?? roster!.title,
    ...(scope ? rowsOf(scope) : countsOf(roster!)),
    has,
    columns: [...columns.values()],
  }
}

function rowsOf({ name }: Scope): Pick<ImportTable, 'row'> {
  return { row: name }
}

function countsOf({ counts, persons }: ImportTable): Pick<ImportTable, 'counts' | 'persons'> {
  return { counts, ...(persons && { persons }) }
}

function rosterOf({ imports }: Plan, rows: string): ImportTable | undefined {
  const [id = '', table] = rows.split(' ')
  return table === undefined ? undefined : imports.get(id)?.tables[Number(table)]
}

const NOT_TOLD: Text = { zh: '还没有说明这一列是什么。', en: 'It is not said yet what this column gives.' }
