import type { Plan } from '@tiaoli/engine/plan'
import type { Cell } from '../workbook.ts'
import { dateIn, dateWithin, isDayOrMonth, readDate, serialDateIn } from './read-date.ts'
import { amountIn, isApproximate, numberWithin, wholeNumberIn } from './read-number.ts'
import type { Vocabulary } from './vocabulary.ts'
import { keyOf } from './words.ts'

type Fact = Extract<Plan['facts'] extends ReadonlyMap<string, infer F> ? F : never, { kind: 'given' }>

/** Why a cell says nothing of a fact. */
export type ReadingFault = 'approximate' | 'day-or-month' | 'none-not-possible' | 'not-understood'

export type CellReading =
  | { readonly value: unknown; readonly isSerial?: true }
  | { readonly fault: ReadingFault; readonly proposal?: string | undefined }

const NOT_UNDERSTOOD = { fault: 'not-understood' } as const

/** What a cell says of a fact, by the type of the fact. */
export function readCell(
  fact: Fact,
  cell: Pick<Cell, 'kind' | 'text' | 'value'>,
  words: Vocabulary,
  unit: string | undefined,
): CellReading {
  const { kind, text } = cell
  if (fact.type === 'boolean') return truthOf(cell, words)
  if (fact.nullable && fact.none && isOneOf(keyOf(text), [fact.none.zh, fact.none.en])) return { value: null }
  if (words.none.has(keyOf(text))) {
    if (fact.nullable) return { value: null }
    return fact.type === 'integer' && isWord(text) ? { value: 0 } : { fault: 'none-not-possible' }
  }
  switch (fact.type) {
    case 'date': {
      const date = readDate(cell, words.dates)
      if (date) return date
      return words.dates === undefined && isDayOrMonth(text)
        ? { fault: 'day-or-month' }
        : { fault: 'not-understood', proposal: (dateIn(text) ?? serialDateIn(text))?.value ?? dateWithin(text) }
    }
    case 'integer':
    case 'money': {
      if (kind === 'date' || kind === 'truth') return NOT_UNDERSTOOD
      const read = (one: string) =>
        fact.type === 'integer' ? wholeNumberIn(one, countedIn(fact)) : amountIn(one, words.units, unit)
      const kept = kind === 'number' && typeof cell.value === 'number' ? asKept(text, cell.value) : text
      if (kept === undefined) return NOT_UNDERSTOOD
      const value = read(kept)
      if (value !== undefined) return { value }
      const proposal = numberWithin(text, read)
      return { fault: isApproximate(text) ? 'approximate' : 'not-understood', proposal }
    }
    case 'enum': {
      const key = keyOf(text)
      const found = [...(fact.values ?? [])].find(([, { zh, en }]) => isOneOf(key, [zh, en]))
      return found ? { value: found[0] } : NOT_UNDERSTOOD
    }
    case 'id':
    case 'text':
    case 'rate':
      return { value: text.trim() }
    default:
      return NOT_UNDERSTOOD
  }
}

/** Whether a cell has a stroke for a fact that cannot be none: it says nothing. */
export function isBlankFor(fact: Fact, { text }: Pick<Cell, 'text'>, words: Vocabulary): boolean {
  return !fact.nullable && fact.type !== 'boolean' && words.none.has(keyOf(text)) && !isWord(text)
}

const SHOWN = /\d[\d,]*(?:\.(\d+))?/g
/** As many digits as spreadsheets keep. */
const DIGITS = 15

/** What says that a number is below zero. */
const BELOW_ZERO = /[-−–(（△▲▼负减]|minus/i

/**
 * A number as its cell keeps it where it is shown rounded; undefined where it is shown as another: in thousands, as a
 * share, in red without its minus.
 */
function asKept(text: string, kept: number): string | undefined {
  if (kept < 0 && !BELOW_ZERO.test(text)) return undefined
  const [shown, ...others] = text.matchAll(SHOWN)
  if (!shown || others.length > 0) return text
  const number = Number(shown[0].replaceAll(',', ''))
  const exact = Number(Math.abs(kept).toPrecision(DIGITS))
  if (number === exact) return text
  const half = 0.5 * 10 ** -(shown[1]?.length ?? 0)
  return Math.abs(exact - number) <= half * (1 + Number.EPSILON) ? text.replace(shown[0], String(exact)) : undefined
}

function isOneOf(key: string, texts: readonly string[]): boolean {
  return texts.some((text) => keyOf(text) === key)
}

/** The words that may stand behind a number of something. */
function countedIn({ unit }: Fact): string[] {
  return unit ? [unit.zh, unit.en, unit.one ?? ''] : []
}

/** 无 counts none; a stroke says that nothing was counted. */
function isWord(text: string): boolean {
  return /\p{L}/u.test(text)
}

function truthOf({ kind, text, value }: Pick<Cell, 'kind' | 'text' | 'value'>, words: Vocabulary): CellReading {
  if (kind === 'truth') return { value }
  const key = keyOf(text)
  if (words.yes.has(key)) return { value: true }
  return words.no.has(key) ? { value: false } : NOT_UNDERSTOOD
}
