import type { Plan } from '../plan/plan.ts'
import type { Citation } from '../report/report.ts'
import type { Text } from '../errors/text.ts'
import type { Basis, Evidence } from '../schema/common-schema.ts'
import { parseDay } from '../values/date.ts'

/** A place of the pack that cites. */
export interface Citing {
  clauses?: readonly string[] | undefined
  basis?: readonly Basis[] | undefined
}

/** Clauses with their words, and articles of outside instruments in force on the day; all of them if it is undefined. */
export function cite(plan: Plan, { clauses, basis }: Citing, day: number | undefined): Citation[] {
  return [
    ...(clauses ?? []).map((id): Citation => {
      const { pack, place, zh, en, sentence } = plan.clauses.get(id)!
      return { kind: 'clause', pack, id, ...(place === undefined ? {} : { place }), quote: { zh, en }, sentence }
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
