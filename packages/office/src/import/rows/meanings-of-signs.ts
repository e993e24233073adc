import { ledgerPart } from '@tiaoli/engine/plan'
import { escapedPattern } from '../../escaped-pattern.ts'
import type { FilePlace } from '../../office-error.ts'
import { inBrackets, keyOf } from '../../values/words.ts'
import { says } from '../../values/text-form.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

/** What sentences call signs that they do not show. */
const CALLED = [
  [/[勾钩]/u, '√'],
  [/叉/u, '×'],
  [/[画打划]圈/u, '○'],
] as const
/** Signs that nobody takes for a word. */
const SIGN = /[√×○〇◯●◎△▲□■☆★]/gu
const SIGN_OR_CIRCLE = /[○〇◯●◎△▲□■☆★]|[画打划]圈/u
/** Between clauses that each say what a sign means. */
const CLAUSES = /[。;,、]/
/** What introduces a note: 注：, 填表说明：, 1. */
const BEFORE = /^(?:[^:]{1,6}:)?(?:\(?[\d一二三四五六七八九十]+[).、])?/u
const QUOTES = /["'“”‘’「」]/gu

/**
 * Leaves open the cells with a sign of which a sentence beside the table, or words over the column, say what it means, unless
 * the mapping reads it so: √表示未完成, 打叉的为已落实.
 */
export function doubtBySigns(reading: SheetReading): void {
  for (const { clauses, place } of reading.sentences) doubt(clauses.join(','), place, reading)
  for (const { text, place, column } of overColumns(reading)) doubt(text, place, reading, column)
}

interface Heading {
  readonly text: string
  readonly place: FilePlace
  readonly column: number
}

/** What headings say in brackets, and comments on them. */
function overColumns({ sheet, file, found, columns }: SheetReading): Heading[] {
  const place = (cell: string) => ({ file, sheet: sheet.name, cell })
  const { firstRow, lastRow } = found.head
  const rows = sheet.rows.filter(({ number }) => number >= firstRow && number <= lastRow)
  const comments = rows.flatMap(({ cells }) =>
    cells.flatMap(({ note = '', column, place: { address } }) => ({ text: note, column, place: place(address) })),
  )
  const brackets = columns.flatMap(({ at }) =>
    at.headings.flatMap(inBrackets).map((text) => ({ text, column: at.column, place: place(at.address) })),
  )
  return [...brackets, ...comments]
}

/** Leaves open the cells with the signs whose meaning is not that of the mapping: of one column, or of all. */
function doubt(text: string, place: FilePlace, reading: SheetReading, column?: number): void {
  const { draft, sheet, found } = reading
  const clauses = keyOf(text).split(CLAUSES)
  const signs = new Set(clauses.flatMap((clause) => (isAsRead(clause, reading) ? [] : signsIn(clause, reading))))
  if (signs.size === 0) return
  for (const row of sheet.rows.filter(({ number }) => number > found.head.lastRow))
    for (const cell of row.cells)
      if ((column === undefined || cell.column === column) && signs.has(keyOf(cell.text)) && !isNumber(cell, reading))
        draft.doubted.add({ ...place, cell: cell.place.address }, { place, what: 'all' })
}

/** Whether a clause says of signs what the mapping reads, perhaps of a column that it names: “组建形式”在对应栏打勾. */
export function isAsRead(clause: string, { draft: { mapping }, columns }: SheetReading): boolean {
  const { signs = [], instructions = [] } = mapping.remarks ?? {}
  const plain = clause.replace(BEFORE, '').replaceAll(QUOTES, '')
  const names = columns.flatMap(({ at, mapped }) => [...at.headings, ...mapped.headings].map(keyOf))
  const rest = names
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replace(name, ''), plain)
  const ticked = [plain, rest].map((text) =>
    text
      .replaceAll(/[打划画]?[勾钩]选?/gu, '打√')
      .replaceAll(/[打划画]叉/gu, '打×')
      .replaceAll(/[划画填标写](?=[√×])/gu, '打'),
  )
  const hasSign = /[√×]/u.test(ticked[0]!) || SIGN_OR_CIRCLE.test(plain)
  return says(signs, ticked) || (!hasSign && says(instructions, [clause]))
}

/** The signs and words for yes and no of which a clause speaks: a word in quotes, or one that is written somewhere. */
function signsIn(clause: string, { draft: { words } }: SheetReading): string[] {
  const called = CALLED.flatMap(([name, sign]) => (name.test(clause) ? [sign] : []))
  const meant = [...words.yes, ...words.no].filter((word) =>
    [`“${word}”`, `"${word}"`, `‘${word}’`, `「${word}」`, ...['填', '打', '写', '标'].map((verb) => verb + word)].some(
      (one) => clause.includes(one),
    ),
  )
  const explained = [...words.yes, ...words.no].filter(
    (word) =>
      !/\p{Script=Han}/u.test(word) &&
      new RegExp(`^(?:.*:)?${escapedPattern(word)}(?:为|表示|代表|指|=|:)`, 'u').test(clause),
  )
  return [...called, ...(clause.match(SIGN) ?? []), ...meant, ...explained]
}

/** Whether a cell is a number of its column, and no sign. */
function isNumber({ column }: { readonly column: number }, { columns, draft }: SheetReading): boolean {
  return columns.some(({ at, mapped: { fact } }) => {
    const part = at.column === column && fact !== undefined ? ledgerPart(draft.plan.scopes, fact) : undefined
    return part?.kind === 'fact' && ['integer', 'money'].includes(part.fact.type)
  })
}
