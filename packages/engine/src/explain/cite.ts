import type { Plan } from '../plan/plan.ts'
import type { Citation } from '../report/report.ts'
import type { Text } from '../errors/text.ts'
import type { Basis, Evidence } from '../schema/common-schema.ts'
import { parseDay } from '../values/date.ts'
import { deepFreeze } from './memo/deep-freeze.ts'

interface Citing {
  clauses?: readonly string[] | undefined
  basis?: readonly Basis[] | undefined
}

const known = new WeakMap<Citing, Map<number | undefined, Citation[]>>()

/**
 * Clauses with their words, and articles of outside instruments in force on the day (all where it is open).
 * Made once for each place in the pack and day: findings share them.
 */
export function cite(plan: Plan, citing: Citing, day: number | undefined): Citation[] {
  let days = known.get(citing)
  if (!days) known.set(citing, (days = new Map()))
  const key = citing.basis ? day : undefined
  let citations = days.get(key)
  if (!citations) {
    if (days.size >= DAYS) days.clear()
    days.set(key, (citations = deepFreeze(citationsOf(plan, citing, day))))
  }
  return citations
}

/** How many days' citations are kept for one place: a year of daily reports. */
const DAYS = 400

function citationsOf(plan: Plan, { clauses, basis }: Citing, day: number | undefined): Citation[] {
  return [
    ...(clauses ?? []).map((id): Citation => {
      const clause = plan.clauses.get(id)!
      return { kind: 'clause', pack: clause.pack, id, quote: { zh: clause.zh, en: clause.en } }
    }),
    ...(basis ?? []).flatMap((item): Citation[] => (inForce(plan, item, day) ? [ofInstrument(plan, item)] : [])),
  ]
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
