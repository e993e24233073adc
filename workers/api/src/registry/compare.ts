import type { EvaluateOptions, Policy, Report, Status, Text } from '@tiaoli/engine'

/** A finding that two versions decide differently; `null` where a version has no such finding. */
export interface Flip {
  requirement: string
  title: Text
  subject: Report['findings'][number]['subject']
  period?: number
  before: Status | null
  after: Status | null
}

export interface Comparison {
  before: Record<Status, number>
  after: Record<Status, number>
  /** Findings that are not decided alike. */
  changed: number
  /** How many of them each requirement has, and from what to what: `met → not_met`. */
  requirements: Record<string, Record<string, number>>
  flips: Flip[]
}

type Verdicts = Report<'verdicts'>

/** What two versions of a pack make of one ledger; at most `limit` of the flips are listed. */
export function compareOn(
  [before, after]: readonly [Policy, Policy],
  ledger: unknown,
  options: EvaluateOptions,
  limit: number,
): Comparison {
  const verdicts = [before, after].map((policy) => policy.evaluate(ledger, { ...options, detail: 'verdicts' }))
  const [old, now] = verdicts as [Verdicts, Verdicts]
  const seen = new Map(old.findings.map((verdict) => [keyOf(verdict), verdict]))
  const flips: Flip[] = []
  for (const verdict of now.findings) {
    const was = seen.get(keyOf(verdict))
    seen.delete(keyOf(verdict))
    if (was?.status !== verdict.status) flips.push(flipOf(after, verdict, was?.status ?? null, verdict.status))
  }
  for (const verdict of seen.values()) flips.push(flipOf(before, verdict, verdict.status, null))
  const requirements: Comparison['requirements'] = {}
  for (const { requirement, before: from, after: to } of flips) {
    const counts = (requirements[requirement] ??= {})
    const way = `${from ?? '-'} → ${to ?? '-'}`
    counts[way] = (counts[way] ?? 0) + 1
  }
  return {
    before: old.summary,
    after: now.summary,
    changed: flips.length,
    requirements,
    flips: flips.slice(0, limit),
  }
}

function keyOf({ requirement, subject, period = 0 }: Verdicts['findings'][number]): string {
  return `${requirement} ${subject.pointer} ${period}`
}

function flipOf(
  { plan }: Policy,
  { requirement, subject, period }: Verdicts['findings'][number],
  before: Status | null,
  after: Status | null,
): Flip {
  const title = plan.requirements.find(({ id }) => id === requirement)!.title
  return { requirement, title, subject, ...(period === undefined ? {} : { period }), before, after }
}
