import type { Ending, PlannedClause, PlannedDocument } from '../plan/document.ts'
import type { Plan } from '../plan/plan.ts'
import { saying, type SayingClause } from '../pack/amended-words.ts'
import type { Citation, CitedDocument } from '../report/report.ts'
import type { Text } from '../text/text.ts'
import type { Basis, Evidence } from '../schema/common-schema.ts'
import { formatDay, parseDay } from '../values/date.ts'

/** A place of the pack that cites. */
export interface Citing {
  clauses?: readonly string[] | undefined
  basis?: readonly Basis[] | undefined
}

/** Clauses with their words, or what says the same on the day, and articles of outside instruments in force on the day; all of them if it is undefined. */
export function cite(plan: Plan, { clauses, basis }: Citing, day: number | undefined): Citation[] {
  return [
    ...clausesFor(plan, clauses ?? [], day).map((item) => citationOfSaying(item, day)),
    ...(basis ?? []).flatMap((item): Citation[] => (inForce(plan, item, day) ? [ofInstrument(plan, item)] : [])),
  ]
}

/** Those that hold on the day; all if none does. */
function clausesFor(plan: Plan, references: readonly string[], day: number | undefined): SayingClause[] {
  const current = unique(references.flatMap((reference) => saying(plan.clauses.get(reference)!, day)))
  if (day === undefined) return current
  const holding = current.filter(({ clause: { from, to } }) => day >= from && day < to)
  return holding.length > 0 ? holding : current
}

/** What several that are cited have come to be is cited once. */
function unique(items: readonly SayingClause[]): SayingClause[] {
  return items.filter(
    ({ clause, amended }, i) =>
      items.findIndex((other) => other.clause === clause && other.amended?.reads.zh === amended?.reads.zh) === i,
  )
}

/** A clause that only says how another changes is cited with what that reads. */
function citationOfSaying({ clause, amended }: SayingClause, day: number | undefined): Citation {
  const citation = citationOf(clause, day)
  if (!amended) return citation
  const { of, reads } = amended
  const { reference, document, place } = of
  const amends = { id: reference, document: nameOf(document), ...(place === undefined ? {} : { place }) }
  return { ...citation, amends, quote: reads, sentence: reads }
}

/** The citation of a clause, with how it ended by the day if it did. */
export function citationOf(clause: PlannedClause, day: number | undefined): Citation {
  const { document, reference, place, text, endings } = clause
  const ended = endings.filter((ending) => day === undefined || day >= ending.day)
  return {
    kind: 'clause',
    pack: document.pack,
    id: reference,
    document: nameOf(document),
    ...(place === undefined ? {} : { place }),
    quote: text,
    sentence: sentenceOn(clause, day),
    ...(ended.length === 0 ? {} : { ended: ended.map(endedBy) }),
  }
}

/** The sentence of a clause that holds on a day; where another part of it does not any more, its own words. */
function sentenceOn({ from, to, text, sentence, besides }: PlannedClause, day: number | undefined): Text {
  if (day === undefined || day < from || day >= to) return sentence
  return besides.every((other) => day < other.to) ? sentence : text
}

function nameOf({ id, entry: { title, number } }: PlannedDocument): CitedDocument {
  return { id, title, ...(number === undefined ? {} : { number }) }
}

function endedBy({ how, day, by }: Ending): NonNullable<Citation['ended']>[number] {
  const { reference, document, place } = by
  return {
    how,
    on: formatDay(day),
    by: { id: reference, document: nameOf(document), ...(place === undefined ? {} : { place }) },
  }
}

const EVIDENCE: Record<Evidence, Text> = {
  verified: { zh: '已核', en: 'verified' },
  secondary: { zh: '据转载', en: 'from a repost or restatement' },
  'to-be-verified': { zh: '待核', en: 'to be verified' },
}

function ofInstrument(plan: Plan, { instrument, article, quote, evidence: own }: Basis): Citation {
  const { title, evidence: general } = plan.instruments.get(instrument)!
  const evidence = own ?? general
  return {
    kind: 'instrument',
    id: instrument,
    title,
    evidence,
    evidenceLabel: EVIDENCE[evidence],
    ...(article === undefined ? {} : { article }),
    ...(quote === undefined ? {} : { quote }),
  }
}

function inForce(plan: Plan, { instrument, effective }: Basis, day: number | undefined): boolean {
  if (day === undefined) return true
  const intervals = [effective, plan.instruments.get(instrument)!.inForce]
  return intervals.every((interval) => {
    const from = interval?.from === undefined ? undefined : parseDay(interval.from)
    const to = interval?.to === undefined ? undefined : parseDay(interval.to)
    return (from === undefined || day >= from) && (to === undefined || day < to)
  })
}
