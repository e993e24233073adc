import { isRefusal, parseDay, readName, readValue, type Plan } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import { halfWidth } from '../values/number-text.ts'
import { readDate } from '../values/read-date.ts'
import type { Cell } from '../workbook.ts'
import type { CellValue } from '../write/table-sheet.ts'
import { CELL_WORDS, sameWords, wordOf } from './template-words.ts'

export type Given = Plan['root']['given'][number]

/** What stands in a cell apart from the words to choose from. */
export type FreeValue = { readonly fact: Given } | 'name' | 'day'

/** What a column holds: words to choose from, each with what it means in the ledger, and perhaps values that are written. */
export interface CellForm {
  readonly words: ReadonlyMap<string, unknown>
  readonly free: FreeValue | undefined
}

/** What a cell says: a value of the ledger, that something is not known, or nothing that can be read. */
export type CellAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'not-known' }
  | { readonly kind: 'not-understood' }

/** The form in which a fact is written. */
export function formOfFact(fact: Given, language: Language): CellForm {
  const none = fact.nullable ? [[wordOf('none', language), null] as const] : []
  switch (fact.type) {
    case 'boolean':
      return {
        words: new Map<string, unknown>([[wordOf('yes', language), true], [wordOf('no', language), false], ...none]),
        free: undefined,
      }
    case 'enum':
      return { words: enumWords(fact, language, none), free: undefined }
    case 'date':
      return {
        words: new Map<string, unknown>([
          ...(fact.future ? [] : ([[wordOf('come', language), true]] as const)),
          ...none,
        ]),
        free: { fact },
      }
    default:
      return { words: new Map(none), free: { fact } }
  }
}

/** Labels, with the value beside those that say the same as another or as a word of every cell. */
function enumWords(
  { values = new Map() }: Given,
  language: Language,
  none: readonly (readonly [string, null])[],
): Map<string, unknown> {
  const labels = [...values].map(([value, label]) => [value, label[language]] as const)
  const seen = new Map<string, number>()
  for (const text of [...RESERVED, ...labels.map(([, label]) => label)])
    seen.set(sameWords(text), (seen.get(sameWords(text)) ?? 0) + 1)
  const words = labels.map(
    ([value, label]) => [seen.get(sameWords(label)) === 1 ? label : `${label}（${value}）`, value] as const,
  )
  return new Map<string, unknown>([...words, ...none])
}

/** What a text of the ledger cannot be written as without quotation marks. */
const RESERVED: readonly string[] = (['none', 'unknown', 'come'] as const).flatMap((word) =>
  Object.values(CELL_WORDS[word]),
)

/** How a value of the ledger is written; undefined where a cell cannot hold it, so that it stays blank. */
export function writtenValue({ words, free }: CellForm, value: unknown): CellValue {
  if (value === undefined) return undefined
  for (const [word, meaning] of words) if (meaning === value) return word
  if (typeof value === 'number') {
    const digits = decimalsOf(free)
    return digits === undefined ? undefined : numberCell(decimal(value, digits))
  }
  if (typeof value !== 'string') return undefined
  const written = isText(free) && needsQuotes(value) ? `“${value}”` : value
  return isHeldByCells(written) ? written : undefined
}

/** Digits after the point: none of a count, two of an amount of money in most currencies. */
function decimalsOf(free: FreeValue | undefined): number | undefined {
  if (typeof free !== 'object') return undefined
  const { type, currency } = free.fact
  return type === 'integer' ? 0 : type === 'money' ? (currency?.minor.digits ?? 2) : undefined
}

/** 12345 with two digits after the point is 123.45. */
function decimal(value: number, digits: number): string {
  const minus = value < 0 ? '-' : ''
  const written = String(Math.abs(value)).padStart(digits + 1, '0')
  const whole = written.slice(0, written.length - digits)
  const parts = written.slice(written.length - digits).replace(/0+$/, '')
  return `${minus}${whole}${parts === '' ? '' : `.${parts}`}`
}

/** Programs keep fifteen digits of a number: one that is longer is a text. */
function numberCell(written: string): CellValue {
  return written.replaceAll(/\D/g, '').length > 15 ? written : Number(written)
}

/** What XML and programs give back as it was. */
function isHeldByCells(text: string): boolean {
  return !/(?!\n)\p{Cc}|[\ufffe\uffff]/u.test(text) && text.trim() === text
}

/** What a cell of a form says. Blank cells say nothing and are not to be asked about. */
export function readCellValue({ words, free }: CellForm, cell: Cell): CellAnswer {
  const said = sameWords(cell.text)
  if (isNotKnown(said)) return { kind: 'not-known' }
  for (const [word, value] of words) if (sameWords(word) === said) return { kind: 'value', value }
  if (cell.kind === 'truth' && [...words.values()].includes(cell.value)) return { kind: 'value', value: cell.value }
  const value = freeValue(free, cell)
  return value === undefined ? { kind: 'not-understood' } : { kind: 'value', value }
}

/** Whether a cell says that there is none, in the word of a template. */
export function isNoneWord(text: string): boolean {
  return Object.values(CELL_WORDS.none).some((word) => sameWords(word) === sameWords(text))
}

function isNotKnown(said: string): boolean {
  return Object.values(CELL_WORDS.unknown).some((text) => sameWords(text) === said)
}

function freeValue(free: FreeValue | undefined, cell: Cell): unknown {
  if (free === undefined) return undefined
  if (free === 'day') return dayIn(cell)
  if (free === 'name') {
    const name = readName(unquoted(cell.text.trim()))
    return isRefusal(name) ? undefined : name
  }
  const value = writtenIn(free.fact, cell)
  return value === undefined || isRefusal(readValue(free.fact, value)) ? undefined : value
}

function dayIn(cell: Cell): string | undefined {
  const written = dateIn(cell)
  return parseDay(written) === undefined ? undefined : written
}

/** As JSON has it; undefined where the cell does not look like it at all. */
function writtenIn(fact: Given, cell: Cell): unknown {
  const text = cell.text.trim()
  const digits = decimalsOf({ fact })
  if (digits !== undefined) return cell.kind === 'date' ? undefined : numberIn(cell, digits)
  switch (fact.type) {
    case 'date':
      return dateIn(cell)
    case 'rate':
      return rateIn(cell)
    default:
      return cell.kind === 'date' ? undefined : unquoted(text)
  }
}

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?$/

/** A number with so many digits after the point, counted in the smallest unit. */
function numberIn(cell: Cell, digits: number): number | undefined {
  const text = cell.kind === 'number' ? String(cell.value) : halfWidth(cell.text).trim()
  const [, minus, whole, parts = ''] = NUMBER.exec(GROUPED.test(text) ? text.replaceAll(',', '') : text) ?? []
  const rest = parts.slice(digits)
  if (whole === undefined || /[1-9]/.test(rest)) return undefined
  const value = Number(`${minus}${whole}${parts.slice(0, digits).padEnd(digits, '0')}`)
  return value === 0 ? 0 : value
}

/** A date as people write it, as the ledger has it; a text as it is where it is none of these. */
function dateIn(cell: Cell): string {
  return readDate(cell)?.value ?? cell.text.trim()
}

/** Whether the day of a cell was read of a bare number, which is to be told. */
export function isBareDay({ free }: CellForm, cell: Cell): boolean {
  const isOfDay = free === 'day' || (typeof free === 'object' && free.fact.type === 'date')
  return isOfDay && readDate(cell)?.isSerial === true
}

/** 1%, as a text or as a number that is shown so. */
function rateIn({ kind, value, text }: Cell): string | undefined {
  const said = halfWidth(text).trim()
  if (kind === 'number') {
    const shown = /^(\d+(?:\.\d+)?)%$/.exec(said)?.[1]
    return shown !== undefined && Math.abs(Number(shown) / 100 - value) < 1e-10 ? said : undefined
  }
  return kind === 'text' ? said : undefined
}

function isText(free: FreeValue | undefined): boolean {
  return free === 'name' || (typeof free === 'object' && TEXTS.has(free.fact.type))
}

const TEXTS: ReadonlySet<string> = new Set(['id', 'reference', 'text'] satisfies Given['type'][])

/** A text that says the same as a word of every cell stands in quotation marks, and so does one that stands in them. */
function needsQuotes(text: string): boolean {
  const inner = /^“(.*)”$/su.exec(text)?.[1]
  return RESERVED.includes(sameWords(text)) || (inner !== undefined && needsQuotes(inner))
}

function unquoted(text: string): string {
  const inner = /^“(.*)”$/su.exec(text)?.[1]
  return inner !== undefined && needsQuotes(inner) ? inner : text
}
