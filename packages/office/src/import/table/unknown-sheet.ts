import type { Text } from '@tiaoli/engine'
import type { ImportColumn, ImportTable, Plan } from '@tiaoli/engine/plan'
import type { Sheet } from '../../workbook.ts'
import { namesLike } from '../columns/conditions-in.ts'
import { isCalled } from '../columns/sheet-column.ts'
import { columnsKnown, headsOf, matchColumns, type TableHead } from './table-head.ts'
import { headingKey } from '../../values/words.ts'

/** How many different headings below each other make a column of labels, besides the one of a name. */
const LABELS = 2

/** Whether a sheet is a form about one record: labels below each other, among them that of its name, and values beside. */
export function isForm({ rows }: Sheet, tables: readonly ImportTable[]): boolean {
  const columns = tables.flatMap((table) => table.columns ?? [])
  const labels = keysOf(columns)
  const names = keysOf(columns.filter(({ record }) => record !== undefined))
  const found = new Map<number, Set<string>>()
  for (const { cells } of rows) {
    const keys = new Map(
      cells.flatMap(({ column, kind, text }) => (kind === 'empty' ? [] : [[column, headingKey(text)]])),
    )
    for (const [column, key] of keys) {
      const beside = keys.get(column + 1)
      if (!labels.has(key) || beside === undefined || labels.has(beside)) continue
      found.set(column, (found.get(column) ?? new Set()).add(key))
    }
  }
  return [...found.values()].some((keys) => keys.size > LABELS && [...keys].some((key) => names.has(key)))
}

function keysOf(columns: readonly ImportColumn[]): Set<string> {
  return new Set(columns.flatMap(({ headings }) => headings.map(headingKey)))
}

/** Of the tables that are known, the one that is most like a sheet, and what the sheet lacks of it. */
export function unknownSheetText(sheet: Sheet, tables: readonly ImportTable[], { scopes }: Plan): Text {
  let best: { table: ImportTable; known: number; head: TableHead } | undefined
  for (const head of headsOf(sheet))
    for (const table of tables) {
      const known = columnsKnown({ matches: matchColumns(head, table.columns ?? [], scopes) })
      if (known > (best?.known ?? 0)) best = { table, known, head }
    }
  if (!best) return { zh: `${NOT_READ.zh}${WHAT_TO_DO.zh}`, en: `${NOT_READ.en} ${WHAT_TO_DO.en}` }
  const { table, head } = best
  const isThere = (name: string) =>
    head.columns.some((column) => namesLike(name, table.columns ?? []).some((one) => isCalled(column, one)))
  const lacking = table.has.map((names) => [names].flat()).filter((names) => !names.some(isThere))
  const like = {
    zh: `最像“${table.title.zh}”，还缺列：${lacking.map((names) => names.join('或')).join('、')}。有则补上，再导入。`,
    en: `It is most like “${table.title.en}” and lacks the columns ${lacking.map((names) => names.join(' or ')).join(', ')}: add them if there are such.`,
  }
  return { zh: `${NOT_READ.zh}${like.zh}${WHAT_TO_DO.zh}`, en: `${NOT_READ.en} ${like.en} ${WHAT_TO_DO.en}` }
}

const NOT_READ: Text = { zh: '没有认出这张表，没有读。', en: 'This table is not recognized and is not read.' }
const WHAT_TO_DO: Text = {
  zh: '也可以按表头推测一份对照设置，改好后用它导入。',
  en: 'Or have a mapping guessed from its headings, correct it, and import with that.',
}
