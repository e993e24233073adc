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

/** When a period may have begun, by a column beside that of its end. */
export interface MayHaveBegun {
  readonly date: string
  readonly heading: string
  readonly place: FilePlace
}

/** The end of a period of so many years, as a cell has it. */
interface End {
  readonly record: DraftRecord
  /** The fact that is its beginning. */
  readonly fact: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly end: string
  readonly years: ImportYears
  readonly began: MayHaveBegun | undefined
  readonly head: FormHead
  readonly place: FilePlace
}

/** How many years a row says that a period has. */
interface Length {
  readonly record: DraftRecord
  readonly fact: string
  /** Undefined where that is not understood. */
  readonly said: number | undefined
  /** How many it has by the rules. */
  readonly years: ImportYears
  readonly place: FilePlace
}

/**
 * Ends of periods, from which follows when they began. A beginning that a cell has itself comes first. How long a period
 * is, the rules say: where a row says otherwise, one of the two or a day is wrong, and it is left open when it began.
 */
export class Ends {
  readonly #ends: End[] = []
  readonly #lengths: Length[] = []

  add(end: End): void {
    this.#ends.push(end)
  }

  addLength(length: Length): void {
    this.#lengths.push(length)
  }

  /** Sets the beginnings, after all tables are read, and tells of ends that do not fit those that are known. */
  settle(draft: DraftLedger): void {
    for (const length of this.#lengths) this.#check(length, draft)
    /** The facts that follow from an end. */
    const following = new Map<DraftRecord, Set<string>>()
    for (const one of this.#ends) {
      const { record, fact, end, began: from, head, place } = one
      const part = ledgerPart(draft.plan.scopes, fact)!
      if (part.kind !== 'fact') continue
      const years = this.#yearsOf(one, record.has(part.path), draft)
      const began = beginningOf(end, years)
      if (years === undefined || began === undefined) continue
      const known = record.valueOf(part.path)
      if (typeof known === 'string' && mayAgree(known, began, end)) continue
      const follows = following.get(record) ?? new Set()
      if (!record.has(part.path) || follows.has(fact)) {
        if (!from) draft.set(record, fact, began, place, head, place)
        else if (isAbout(from.date, began)) draft.set(record, fact, from.date, from.place, head, from.place)
        else draft.note('contradiction', place, { other: from.place, text: notSoLong(from.heading, years) })
      } else if (typeof known === 'string') {
        const other = record.placeOf(part.path)
        if (isOverByBeginningAlone(known, years, end, draft.on) && !record.says(end)) {
          record.contest(part.path, place)
          draft.note('contradiction', place, { other, text: endLater(completeText(part.fact.label)) })
        } else draft.note('end-differs', place, { other })
      }
      following.set(record, follows.add(fact))
    }
  }

  /** How many years a period has. What is not known is told unless the beginning is. */
  #yearsOf({ record, fact, end, years, place }: End, isBegun: boolean, draft: DraftLedger): number | undefined {
    if (isBegun) return yearsBy(years, record, end, draft)
    const unclear = this.#lengths.find((one) => one.record === record && one.fact === fact && one.said === undefined)
    if (unclear) {
      draft.note('waits-for-other', place, { other: unclear.place, text: LENGTH_UNCLEAR })
      return undefined
    }
    const known = yearsBy(years, record, end, draft)
    if (known === undefined && nameOfYears(years, record, draft) === undefined)
      draft.note('waits-for-other', place, { text: waitsFor(draft, years) })
    return known
  }

  /** Leaves open when a period began of which a row says that it has not so many years as the rules give it. */
  #check({ record, fact, said, years, place }: Length, draft: DraftLedger): void {
    const part = ledgerPart(draft.plan.scopes, fact)
    if (part?.kind !== 'fact') return
    const ends = this.#ends.filter((one) => one.record === record && one.fact === fact)
    if (said === undefined) {
      if (ends.length === 0) draft.note('not-understood', place)
      return
    }
    const began = record.valueOf(part.path)
    const days = [...ends.map(({ end }) => end), ...(typeof began === 'string' ? [began] : [])]
    const known = days.flatMap((day) => yearsBy(years, record, day, draft) ?? [])
    if (known.length === 0 || known.includes(said)) return
    const other = record.placeOf(part.path) ?? ends[0]?.place
    record.contest(part.path, place)
    draft.note('contradiction', place, { other, text: lengthDiffers(said, known[0]!, completeText(part.fact.label)) })
  }
}

function lengthDiffers(said: number, years: number, { zh, en }: { zh: string; en: string }): Text {
  return {
    zh: `这里写的期限是${String(said)}年，而按规定是${String(years)}年，“${zh}”因此没有填入台账。请核对期限、日期，以及期限所依的类别。`,
    en: `The period is said to have ${String(said)} years, and by the rules it has ${String(years)}, so “${en}” is not in the ledger. Check the length, the days, and what the length depends on.`,
  }
}

function notSoLong(heading: string, years: number): Text {
  return {
    zh: `这里与“${heading}”的日期相差不是规定的${String(years)}年，看不出这一期从何时起，没有填入台账。请核对两处，或者另写明起始日期。`,
    en: `Between this and the day of “${heading}” there are not the ${String(years)} years of a period, so it is not known when the present one began, and it is not in the ledger. Check both, or write when it began.`,
  }
}

function endLater({ zh, en }: Text): Text {
  return {
    zh: `按这里的日期，这一期尚未届满；按另一处的起始日期和规定的期限，已经届满。“${zh}”因此没有填入台账。请核对两处；经批准延期的，请补填批准日期和延至何日。`,
    en: `By this day the period is not over yet; by the beginning that another cell gives, and the rules, it is. So “${en}” is not in the ledger. Check both; if an extension was approved, add the day of the approval and until when.`,
  }
}

/**
 * Whether a period is over on a day by when it began, and not by the end that is written. Without a day, whether it is
 * over first by when it began.
 */
function isOverByBeginningAlone(began: string, years: number, end: string, on: string | undefined): boolean {
  const over = addMonths(parseDay(lastDayOf(began))!, years * MONTHS_OF_YEAR)
  const written = parseDay(lastDayOf(end))!
  const day = on === undefined ? written : parseDay(lastDayOf(on))!
  return over < day && day <= written
}

/** How many years there are by the rules on a day. */
function yearsBy(years: ImportYears, record: DraftRecord, day: string, draft: DraftLedger): number | undefined {
  const name = nameOfYears(years, record, draft)
  return name === undefined ? undefined : yearsIn(draft.plan, name, day)
}

/** The parameter that has the number of years. */
function nameOfYears(years: ImportYears, record: DraftRecord, draft: DraftLedger): string | undefined {
  return typeof years === 'string' ? years : years.is[String(valueOf(draft, record, years.fact))]
}

const LENGTH_UNCLEAR: Text = {
  zh: '这一行写了期限，而看不出是几年，不能由截止日期推算起始日期，未填入台账。请把期限写成年数，或写明起始日期。',
  en: 'The row says how long the period is, but not in years, so when it began does not follow from its end. It is not in the ledger: write the years, or the day on which it began.',
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
    zh: `要知道${label.zh}，才能由截止日期推算起始日期，未填入台账。请补上那一项，或写明起始日期。`,
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

/**
 * Whether a beginning that is known may be that of a period with this end, or is of the next one, which may begin before
 * that end: so it is if it is nearer to the end than to when a period with this end began.
 */
function mayAgree(known: string, began: string, end: string): boolean {
  if (isAbout(known, began)) return true
  const day = parseDay(lastDayOf(known))!
  return parseDay(firstDayOf(end))! - day < day - parseDay(firstDayOf(began))!
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
