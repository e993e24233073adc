import type { Text } from '@tiaoli/engine'
import type { PlannedDocument } from '@tiaoli/engine/plan'
import { lastDayOf } from './last-day-of.ts'
import type { StandingClause } from './standing-clauses.ts'

/** The years that a document plans for: 从2027年起到2030年. */
const YEARS = /(?<first>\d{4})年起?[到至](?<last>\d{4})年|\b(?<from>\d{4}) (?:to|through|until) (?<to>\d{4})\b/u

interface Passage {
  readonly text: string
  readonly stands: readonly StandingClause[]
}

/** The years for which a reissued document plans, and which of its passages says them. */
export interface ReissuedHorizon {
  readonly to: string
  /** The text of the earlier document, with the new years. */
  readonly text: Text
  readonly passage: number
}

/** As the passage says that stands for a clause which gave the earlier document its years; undefined where none does. */
export function reissuedHorizon(
  { entry: { horizon } }: PlannedDocument,
  passages: readonly Passage[],
): ReissuedHorizon | undefined {
  if (!horizon) return undefined
  for (const [passage, { text, stands }] of passages.entries()) {
    const saying = stands.find(({ cited }) => cited.some((clause) => horizon.clauses?.includes(clause)))
    const [now, before] = [yearsIn(text), yearsIn(saying?.text.zh ?? '')]
    const to = now && lastDayOf(Number(now[1]))
    if (!now || !before || to === undefined) continue
    const inYears = (words: string) =>
      words.replaceAll(/\d{4}/gu, (year) => (year === before[0] ? now[0] : year === before[1] ? now[1] : year))
    return { to, text: { zh: inYears(horizon.text.zh), en: inYears(horizon.text.en) }, passage }
  }
  return undefined
}

function yearsIn(words: string): readonly [string, string] | undefined {
  const { first, last, from, to } = YEARS.exec(words)?.groups ?? {}
  const [begin, end] = [first ?? from, last ?? to]
  return begin === undefined || end === undefined ? undefined : [begin, end]
}
