import type { Plan } from '@tiaoli/engine/plan'
import { isLanguage, type Language } from '@tiaoli/engine/names'
import type { Sheet, Workbook } from '../workbook.ts'
import type { TableSheet } from '../write/table-sheet.ts'
import type { Scope } from '../scope.ts'
import type { LedgerRow } from './ledger-records.ts'
import type { TemplateColumn } from './template-columns.ts'

/** The first version of what is written here. */
const MARK = 'tiaoli-template/1'
const MARK_SHEET = '_tiaoli'

/** What a template was when it was made. */
export interface TemplateMark {
  readonly pack: string
  readonly language: Language
  readonly sheets: readonly MarkedSheet[]
  /** What the records were called, by their places. */
  readonly names: ReadonlyMap<string, string>
}

export interface MarkedSheet {
  readonly scope: string
  readonly name: string
  /** Headings by the keys of their columns. */
  readonly headings: ReadonlyMap<string, string>
  /** The places of the records that had a row. */
  readonly places: readonly string[]
}

/** Where the key of a column stands, of what is the place of a row. No key begins so. */
const ROW = '='

/** A hidden sheet by which a template is known, with the headings that it had. */
export function markSheet(
  plan: Plan,
  language: Language,
  sheets: readonly { scope: Scope; name: string; columns: readonly TemplateColumn[]; rows: readonly LedgerRow[] }[],
): TableSheet {
  return {
    name: MARK_SHEET,
    hidden: true,
    title: MARK,
    lines: [plan.pack.id, language],
    columns: ['scope', 'sheet', 'key', 'heading', 'name'].map((heading) => ({ heading, width: 20, keepsText: true })),
    rows: sheets.flatMap(({ scope, name, columns, rows }) => [
      ...columns.map(({ key, heading }) => [scope.name, name, key, heading]),
      ...rows.flatMap(({ place, json }) =>
        place === '' ? [] : [[scope.name, name, ROW, place, writtenName(json) ?? '']],
      ),
    ]),
  }
}

/** What a workbook says of itself, if it is a template. */
export function markOf({ sheets }: Workbook): TemplateMark | undefined {
  const sheet = sheets.find(isMarkSheet)
  if (!sheet) return undefined
  const rows = textsOf(sheet)
  const [, pack, language] = rows.map(([first = '']) => first)
  return pack !== undefined && language !== undefined && isLanguage(language)
    ? { pack, language, sheets: markedSheets(rows.slice(4)), names: markedNames(rows.slice(4)) }
    : undefined
}

export function isMarkSheet({ rows }: Sheet): boolean {
  return rows[0]?.cells[0]?.text === MARK
}

function markedSheets(rows: readonly string[][]): MarkedSheet[] {
  const sheets = new Map<string, MarkedSheet & { headings: Map<string, string>; places: string[] }>()
  for (const [scope = '', name = '', key = '', heading = ''] of rows) {
    const sheet = sheets.get(scope) ?? { scope, name, headings: new Map<string, string>(), places: [] }
    sheets.set(scope, sheet)
    if (key === ROW) sheet.places.push(heading)
    else sheet.headings.set(key, heading)
  }
  return [...sheets.values()]
}

function markedNames(rows: readonly string[][]): Map<string, string> {
  return new Map(
    rows.flatMap(([, , key, place = '', name = '']) => (key === ROW && name !== '' ? [[place, name] as const] : [])),
  )
}

/** What a record is called in the ledger, where it has a name. */
export function writtenName(json: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const name = json?.['name']
  return typeof name === 'string' ? name : undefined
}

/** The texts of each row, without those that merged cells repeat. */
function textsOf({ rows }: Sheet): string[][] {
  return rows.map(({ cells }) => cells.filter(({ mergedInto }) => mergedInto === undefined).map(({ text }) => text))
}
