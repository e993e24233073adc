import { EvaluationError } from '../errors/evaluation-error.ts'
import type { Finding, Report, Verdict } from '../report/report.ts'
import { statusSchema } from '../schema/cases-schema.ts'
import type { Status } from '../values/status.ts'
import { SETS, statusOf } from '../decide/outcome.ts'
import type { Settings } from './options.ts'

type Summary = Record<Status, number>

const NO_FINDINGS = Object.fromEntries(statusSchema.options.map((status) => [status, 0])) as Summary

/** What is listed and counted of the outcomes that were found. */
export class ResultCollector {
  readonly #settings: Settings
  readonly #counts = new Uint32Array(SETS)
  /** The years on which there are findings, whatever their status. */
  readonly #years = new Set<number>()
  #mayList: number
  #mayDecide: number
  #findings: (Verdict | Finding)[] = []

  constructor(settings: Settings) {
    this.#settings = settings
    this.#mayList = settings.maxFindings
    this.#mayDecide = settings.maxDecisions
  }

  /** Counts one more decision before it is made, since one that is not listed costs as much; throws for one too many. */
  admit(): void {
    if (this.#mayDecide-- <= 0) throw new EvaluationError('too-many-decisions')
  }

  /** Counts a set of outcomes, and says whether it is listed; throws where more are than `maxFindings` allows. */
  count(set: number, year: number): boolean {
    this.#counts[set]!++
    if (!this.#isFinding(set)) return false
    this.#years.add(year)
    if (!this.#isAskedFor(set)) return false
    if (this.#mayList-- <= 0) throw new EvaluationError('too-many-findings')
    return true
  }

  #isFinding(set: number): boolean {
    return set !== 0 || this.#settings.notInForce
  }

  #isAskedFor(set: number): boolean {
    return this.#settings.statuses?.has(statusOf(set)) ?? true
  }

  /** The years asked for on which there is no finding so far. */
  yearsWithout(): readonly number[] {
    return (this.#settings.periods ?? []).filter((year) => !this.#years.has(year))
  }

  add(finding: Verdict | Finding): void {
    this.#findings.push(finding)
  }

  /** What was listed since it was last taken. What comes next may need as many decisions again. */
  take(): (Verdict | Finding)[] {
    const findings = this.#findings
    this.#findings = []
    this.#mayDecide = this.#settings.maxDecisions
    return findings
  }

  summary(): Report['summary'] {
    return summaryOf(this.#counts, this.#settings)
  }
}

/** How many findings there are of each status, by how often each set of outcomes was found. */
function summaryOf(counts: Uint32Array, { notInForce }: Settings): Summary {
  const summary = { ...NO_FINDINGS }
  for (let set = 0; set < SETS; set++)
    if (counts[set]! > 0 && (set !== 0 || notInForce)) summary[statusOf(set)] += counts[set]!
  return summary
}
