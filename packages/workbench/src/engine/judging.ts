import type { EvaluateOptions, Finding, Policy, Report, Verdict } from '@tiaoli/engine'
import { inItsYear, isToBeChecked, mayRestOnUnseen, OwnLanguages } from '@tiaoli/engine/plan'
import { Evaluation, readOptions, runCompiled } from '@tiaoli/engine/runtime'
import type { DayAndProfile, ShownFinding } from './calls.ts'
import { dayOf } from './day-of.ts'
import { lackedBy } from './lacked-by.ts'
import type { Picture } from './picture.ts'
import { pictureOf } from './picture-of.ts'

/** A ledger as it was read last. */
interface Read extends DayAndProfile {
  readonly policy: Policy
  readonly ledger: unknown
  readonly evaluation: Evaluation
}

/**
 * Judges ledgers. The one that was read last is not read again as long as it is judged by the same rules, on the same day
 * and under the same profile: looking at one record after another changes nothing of it.
 */
export class Judging {
  #read: Read | undefined

  picture(policy: Policy, ledger: unknown, how: DayAndProfile): Picture {
    const report = this.#evaluation(policy, ledger, how, { detail: 'verdicts' }).report(policy.sha256, runCompiled)
    const { findings } = report as Report<'verdicts', undefined>
    const toCheck = this.toCheck(policy, ledger, how, findings)
    return pictureOf(policy.plan, report as Report<'verdicts', undefined>, ledger, dayOf(ledger), toCheck)
  }

  findings(policy: Policy, ledger: unknown, how: DayAndProfile, only: Only): Finding[] {
    const evaluation = this.#evaluation(policy, ledger, how, { ...only, detail: 'findings' })
    const found: Finding[] = []
    evaluation.visit((requirement, record, base) => {
      const finding = evaluation.answer(requirement, record, base, runCompiled)
      if (finding) found.push(finding as Finding)
    })
    return new OwnLanguages(policy.plan.reading).of(found.map(inItsYear))
  }

  /** Findings on some records, as a reader is shown them. */
  explained(policy: Policy, ledger: unknown, how: DayAndProfile, subjects: readonly string[]): ShownFinding[] {
    const found = this.findings(policy, ledger, how, { subjects: [...subjects] })
    return found.map((finding) => ({ ...finding, lacks: lackedBy(policy.plan, ledger, finding) }))
  }

  /** Which of some verdicts that something is not met are to be checked first; what is no ground of that is not looked at. */
  toCheck(
    policy: Policy,
    ledger: unknown,
    how: DayAndProfile,
    verdicts: readonly Verdict[],
    periods?: readonly number[],
  ): (verdict: Verdict) => boolean {
    const day = dayOf(ledger)
    const isOfLaterDay = day !== undefined && day > how.asOf
    const unseen = new Set(
      policy.plan.requirements.filter((one) => mayRestOnUnseen(policy.plan, one)).map(({ id }) => id),
    )
    const doubted = verdicts.filter(
      ({ requirement, status }) => status === 'not_met' && (isOfLaterDay || unseen.has(requirement)),
    )
    if (doubted.length === 0) return () => false
    const found = this.findings(policy, ledger, how, {
      requirements: [...new Set(doubted.map(({ requirement }) => requirement))],
      subjects: [...new Set(doubted.map(({ subject }) => subject.pointer))],
      statuses: ['not_met'],
      ...(periods && { periods: [...periods] }),
    })
    const keys = new Set(found.filter(isToBeChecked).map(keyOf))
    return (verdict) => keys.has(keyOf(verdict))
  }

  #evaluation(
    policy: Policy,
    ledger: unknown,
    { asOf, profile }: DayAndProfile,
    asks: Omit<EvaluateOptions, 'asOf'>,
  ): Evaluation {
    const read = this.#read
    const isRead = read?.policy === policy && read.ledger === ledger && read.asOf === asOf && read.profile === profile
    const settings = readOptions(policy.plan, { ...asks, asOf, profile })
    const evaluation = new Evaluation(policy, ledger, settings, undefined, isRead ? read.evaluation : undefined)
    this.#read = { policy, ledger, asOf, profile, evaluation }
    return evaluation
  }
}

type Only = Pick<EvaluateOptions, 'requirements' | 'subjects' | 'statuses' | 'periods'>

function keyOf({ requirement, subject, period }: Verdict): string {
  return `${requirement} ${subject.pointer} ${period ?? ''}`
}
