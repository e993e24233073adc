import type { Text } from '@tiaoli/engine'
import {
  addMonths,
  completeText,
  entryAt,
  formatDay,
  ledgerPart,
  parameterNamed,
  parseDay,
  type ImportYears,
  type Plan,
} from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { FormHead } from './form-head.ts'

/** What a row says of a period beside its end. */
export interface BesideEnd {
  /** How many years it has; undefined where that is not understood. */
  readonly length?: { readonly years: number | undefined; readonly place: FilePlace }
  /** When it may have begun. */
  readonly began?: { readonly date: string; readonly place: FilePlace }
}

/** The end of a period of so many years, as a cell has it. */
interface End {
  readonly record: DraftRecord
  /** The fact that is its beginning. */
  readonly fact: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly end: string
  readonly years: ImportYears
  readonly beside: BesideEnd
  readonly head: FormHead
  readonly place: FilePlace
}

/** Ends of periods, from which follows when they began. A beginning that a cell has itself comes first. */
export class Ends {
  readonly #ends: End[] = []

  add(end: End): void {
    this.#ends.push(end)
  }

  /** Sets the beginnings, after all tables are read, and tells of ends that do not fit those that are known. */
  settle(draft: DraftLedger): void {
    /** The facts that follow from an end. */
    const following = new Map<DraftRecord, Set<string>>()
    for (const one of this.#ends) {
      const { record, fact, end, beside, head, place } = one
      const part = ledgerPart(draft.plan.scopes, fact)!
      if (part.kind !== 'fact') continue
      const years = yearsOf(one, record.has(part.path), draft)
      const began = beginningOf(end, years)
      if (began === undefined) continue
      const known = record.valueOf(part.path)
      if (typeof known === 'string' && mayAgree(known, began, end)) continue
      const follows = following.get(record) ?? new Set()
      if (!record.has(part.path) || follows.has(fact)) {
        const from = beside.began
        if (!from) draft.set(record, fact, began, place, head, place)
        else if (isAbout(from.date, began)) draft.set(record, fact, from.date, from.place, head, from.place)
        else draft.note('contradiction', place, { other: from.place })
      } else if (typeof known === 'string') draft.note('end-differs', place)
      following.set(record, follows.add(fact))
    }
  }
}

/** How many years a period has: what its row says of it, or else the mapping. What is not known is told unless the beginning is. */
function yearsOf(
  { record, end, years, beside: { length }, place }: End,
  isBegun: boolean,
  draft: DraftLedger,
): number | undefined {
  if (length?.years !== undefined) return length.years
  if (length) {
    if (!isBegun) draft.note('waits-for-other', place, { other: length.place, text: LENGTH_UNCLEAR })
    return undefined
  }
  const name = typeof years === 'string' ? years : years.is[String(valueOf(draft, record, years.fact))]
  if (name !== undefined) return yearsIn(draft.plan, name, end)
  if (!isBegun) draft.note('waits-for-other', place, { text: waitsFor(draft, years) })
  return undefined
}

const LENGTH_UNCLEAR: Text = {
  zh: '这一行写了任期，而看不出是几年，不能由届满日期推算起始日期，未填入台账。请把任期写成年数，或写明起始日期。',
  en: 'The row says how long the term is, but not in years, so when it began does not follow from its end. It is not in the ledger: write the years, or the day on which it began.',
}

function valueOf({ plan }: DraftLedger, record: DraftRecord, fact: string): unknown {
  const part = ledgerPart(plan.scopes, fact)
  return part?.kind === 'fact' ? record.valueOf(part.path) : undefined
}

/** What has to be known before it is known how many years there are. */
function waitsFor({ plan }: DraftLedger, years: ImportYears): Text {
  const part = typeof years === 'string' ? undefined : ledgerPart(plan.scopes, years.fact)
  const label = part?.kind === 'fact' ? completeText(part.fact.label) : { zh: '', en: '' }
  return {
    zh: `要知道${label.zh}，才能由届满日期推算起始日期，未填入台账。请补上那一项，或写明起始日期。`,
    en: `When this began can be told only where it is known what is the ${label.en}. It is not in the ledger: add that, or the day on which it began.`,
  }
}

const MONTHS_OF_YEAR = 12
const FEBRUARY_29 = /-02-29$/

function yearsIn({ parameters }: Plan, name: string, end: string): number | undefined {
  const day = parseDay(firstDayOf(end))
  const timeline = parameters.get(parameterNamed(name)!)?.timeline ?? []
  const value = day === undefined ? undefined : entryAt(timeline, day)?.value
  return typeof value === 'number' ? value : undefined
}

/** The day, month or year so many years before. */
function beginningOf(end: string, years: number | undefined): string | undefined {
  const [year = '', ...rest] = end.split('-')
  if (years === undefined) return undefined
  const began = [String(Number(year) - years).padStart(year.length, '0'), ...rest].join('-')
  return FEBRUARY_29.test(began) && parseDay(began) === undefined ? began.replace(FEBRUARY_29, '-03-01') : began
}

/** Whether a beginning that is known may be that of a period with this end, or is of a later one. */
function mayAgree(known: string, began: string, end: string): boolean {
  return isAbout(known, began) || parseDay(lastDayOf(known))! >= parseDay(firstDayOf(end))!
}

/** Whether a day may be that on which a period began, counted by either way of counting days. */
function isAbout(known: string, began: string): boolean {
  const [first, last] = [parseDay(firstDayOf(began))! - 1, parseDay(lastDayOf(began))! + 1]
  return parseDay(firstDayOf(known))! <= last && parseDay(lastDayOf(known))! >= first
}

function firstDayOf(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-')
  return `${year!}-${month}-${day}`
}

function lastDayOf(date: string): string {
  const [, month, day] = date.split('-')
  if (day !== undefined) return date
  const first = parseDay(firstDayOf(date))!
  return formatDay(addMonths(first, month === undefined ? MONTHS_OF_YEAR : 1) - 1)
}
