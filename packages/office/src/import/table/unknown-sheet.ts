import type { Text } from '@tiaoli/engine'
import type { ImportColumn, ImportTable, Plan } from '@tiaoli/engine/plan'
import type { Cell, Sheet } from '../../workbook.ts'
import { looksPersonal } from '../../looks-personal.ts'
import { calledColumns } from '../columns/called-columns.ts'
import { namesLike } from '../columns/conditions-in.ts'
import { slipsOf } from '../columns/misspelt-heading.ts'
import { columnsKnown, type TableFound } from './find-table.ts'
import { matchColumns } from './match-columns.ts'
import { headsOf, type TableHead } from './table-head.ts'
import { headingKey } from '../../values/words.ts'

/** How many different headings below each other make a column of labels, besides the one of a name. */
const LABELS = 2

/**
 * Whether a sheet is a form about one record: labels with values beside them, below each other and among them that of
 * its name, or that of its name beside a name, and others anywhere.
 */
export function isForm({ rows }: Sheet, tables: readonly ImportTable[], isName: (text: string) => boolean): boolean {
  const columns = tables.flatMap((table) => table.columns ?? [])
  const labels = keysOf(columns)
  const names = keysOf(columns.filter(({ record }) => record !== undefined))
  const found = new Map<number, Set<string>>()
  let isNamed = false
  for (const { cells } of rows) {
    const keys = new Map(
      cells.flatMap(({ column, kind, text }) => (kind === 'empty' ? [] : [[column, headingKey(text)]])),
    )
    for (const [column, key] of keys) {
      const beside = keys.get(column + 1)
      if (!labels.has(key) || beside === undefined || labels.has(beside)) continue
      found.set(column, (found.get(column) ?? new Set()).add(key))
      isNamed ||= names.has(key) && cells.some((cell) => cell.column === column + 1 && isName(cell.text))
    }
  }
  if (isNamed && new Set([...found.values()].flatMap((keys) => [...keys])).size > LABELS) return true
  return [...found.values()].some((keys) => keys.size > LABELS && [...keys].some((key) => names.has(key)))
}

/** Whether a table has several names of records below each other: then no labels are a form, whatever kinds are called. */
export function listsRecords({ rows }: Sheet, found: TableFound, isName: (text: string) => boolean): boolean {
  const naming = [...found.matches].flatMap(([at, mapped]) => (mapped.some(({ record }) => record) ? [at.column] : []))
  const below = rows.filter(({ number }) => number > found.head.lastRow).flatMap(({ cells }) => cells)
  return naming.some((at) => {
    const texts = below.flatMap(({ column, text }) => (column === at && text.trim() !== '' ? [text] : []))
    return new Set(texts.filter(isName)).size > 1
  })
}

function keysOf(columns: readonly ImportColumn[]): Set<string> {
  return new Set(columns.flatMap(({ headings }) => headings.map(headingKey)))
}

/** How far down the names may stand that head the columns of a table that is turned. */
const TURNED_BY = 10
/** What may head a column beside those of names. */
const BESIDE_NAMES =
  /^(?:序号|编号|合计|小计|总计|全市|全县|全区|备注|单位|计量单位|no\.?|total|sum|remarks?|notes?|unit)?$/

/** Whether the records stand beside each other, each with a column, under a row of their names and beside labels. */
export function isTurned({ rows }: Sheet, isName: (text: string) => boolean): boolean {
  return rows.slice(0, TURNED_BY).some((row, i) => {
    const filled = row.cells.filter(({ kind }) => kind !== 'empty')
    const named = filled.filter(({ text }) => isName(text))
    const [first] = named
    if (first === undefined || new Set(named.map(({ text }) => text)).size < 2) return false
    const others = filled.filter((cell) => !named.includes(cell) && !BESIDE_NAMES.test(headingKey(cell.text)))
    if (others.length > 1 || others.some(({ column }) => column > first.column)) return false
    const labels = rows.slice(i + 1).flatMap(({ cells }) => cells.filter(({ column }) => column < first.column))
    if (labels.length === 0 || labels.some(({ text }) => isName(text))) return false
    // Under headings of their own, names are those in a row of a table.
    return !rows.slice(0, i).some(({ cells }) => named.every(({ column }) => cells.some(isHeadingOf(column))))
  })
}

function isHeadingOf(at: number): (cell: Cell) => boolean {
  return ({ column, kind, mergedInto }) => column === at && kind !== 'empty' && mergedInto === undefined
}

/** Of the tables that are known, the one that is most like a sheet, and what the sheet lacks of it. */
export function unknownSheetText(
  sheet: Sheet,
  tables: readonly ImportTable[],
  { scopes }: Plan,
  isName: (text: string) => boolean,
): Text {
  if (isTurned(sheet, isName)) return { zh: `${NOT_READ.zh}${TURNED.zh}`, en: `${NOT_READ.en} ${TURNED.en}` }
  const heads = headsOf(sheet)
  let best: Like | undefined
  for (const head of heads)
    for (const table of tables) {
      const like = likeness(head, table, scopes)
      if (like.known > 0 && (!best || isLiker(like, best))) best = like
    }
  if (!best) return { zh: `${NOT_READ.zh}${WHAT_TO_DO.zh}`, en: `${NOT_READ.en} ${WHAT_TO_DO.en}` }
  const { table, lacking } = best
  if (lacking.length === 0)
    return { zh: `${NOT_READ.zh}${knownAs(table).zh}`, en: `${NOT_READ.en} ${knownAs(table).en}` }
  const slip = slipsOf(
    lacking.flat(),
    table.columns ?? [],
    heads.flatMap(({ columns }) => columns),
  ).find(({ written }) => looksPersonal(written) === undefined)
  const asked = slip && {
    zh: `“${slip.written}”是否应为“${slip.meant}”？是的，请改正列名。`,
    en: ` Is “${slip.meant}” meant by “${slip.written}”? If so, correct the heading.`,
  }
  const like = {
    zh: `最像“${table.title.zh}”，还缺列：${lacking.map((names) => names.join('或')).join('、')}。${asked?.zh ?? ''}有则补上，再导入。`,
    en: `It is most like “${table.title.en}” and lacks the columns ${lacking.map((names) => names.join(' or ')).join(', ')}: add them if there are such.${asked?.en ?? ''}`,
  }
  return { zh: `${NOT_READ.zh}${like.zh}${WHAT_TO_DO.zh}`, en: `${NOT_READ.en} ${like.en} ${WHAT_TO_DO.en}` }
}

const NOT_READ: Text = { zh: '没有认出这张表，没有读。', en: 'This table is not recognized and is not read.' }
const WHAT_TO_DO: Text = {
  zh: '也可以按表头推测一份对照设置，改好后用它导入。',
  en: 'Or have a mapping guessed from its headings, correct it, and import with that.',
}
/** A sheet that has all that a table of the pack is known by, and was read by another mapping. */
function knownAs({ title }: ImportTable): Text {
  return {
    zh: `它有“${title.zh}”的各列，而所用的对照设置中没有这种表。请用本包的对照设置导入。`,
    en: `It has the columns of “${title.en}”, of which the mapping that was used has no table. Import it by the mapping of the pack.`,
  }
}

const TURNED: Text = {
  zh: '单位写在表头上，一列一个；请行列对调（复制后“选择性粘贴—转置”），一行一个单位，第一列的列名写明是什么单位，再导入。',
  en: 'The organizations stand in the headings, one a column: turn the table (copy, and paste it transposed), so that each has a row, say in the heading of the first column what they are, and import again.',
}

/** How much of what a table is known by is in a sheet, and how many of its columns are. */
interface Like {
  readonly table: ImportTable
  readonly lacking: readonly (readonly string[])[]
  readonly known: number
}

function likeness(head: TableHead, table: ImportTable, scopes: Plan['scopes']): Like {
  const { columns = [], has } = table
  const isThere = (name: string) =>
    namesLike(name, columns).some((one) => calledColumns(head.columns).named(one).size > 0)
  const lacking = has.map((names) => [names].flat()).filter((names) => !names.some(isThere))
  return { table, lacking, known: columnsKnown({ matches: matchColumns(head, columns, scopes) }) }
}

/** A table that lacks less of what it is known by is liker, whatever other columns it shares with the sheet. */
function isLiker(one: Like, other: Like): boolean {
  const [a, b] = [one, other].map(({ table, lacking }) => lacking.length / table.has.length)
  return a! < b! || (a === b && one.known > other.known)
}
