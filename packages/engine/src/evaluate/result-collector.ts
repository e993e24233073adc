import { EvaluationError } from '../errors/evaluation-error.ts'
import type { Finding, Report, Verdict } from '../report/report.ts'
import { statusSchema, type Status } from '../schema/cases.ts'
import { SETS, statusOf } from '../decide/outcome.ts'
import type { Settings } from './options.ts'

type Summary = Record<Status, number>

const NO_FINDINGS = Object.fromEntries(statusSchema.options.map((status) => [status, 0])) as Summary

/** What is listed and counted of the outcomes that were found. */
export class ResultCollector {
  readonly #settings: Settings
  /** By set of outcomes: whether it is listed. */
  readonly #listed: readonly boolean[]
  readonly #counts = new Uint32Array(SETS)
  #mayList: number
  #findings: (Verdict | Finding)[] = []

  constructor(settings: Settings) {
    this.#settings = settings
    this.#listed = listedSets(settings)
    this.#mayList = settings.maxFindings
  }

  /** Counts a set of outcomes, and says whether it is listed; throws where more are than `maxFindings` allows. */
  count(set: number): boolean {
    this.#counts[set]!++
    if (!this.#listed[set]) return false
    if (this.#mayList-- <= 0) throw new EvaluationError('too-many-findings')
    return true
  }

  add(finding: Verdict | Finding): void {
    this.#findings.push(finding)
  }

  /** What was listed since it was last taken. */
  take(): (Verdict | Finding)[] {
    const findings = this.#findings
    this.#findings = []
    return findings
  }

  summary(): Report['summary'] {
    return summaryOf(this.#counts, this.#settings)
  }
}

/** By what decides it, since a list for each of many small reports would cost as much as the report. */
const kept = new Map<string, readonly boolean[]>()

function listedSets({ notInForce, statuses }: Settings): readonly boolean[] {
  const key = [notInForce, ...[...(statuses ?? [])].toSorted()].join()
  let listed = kept.get(key)
  if (!listed) {
    const isListed = (set: number) => (set !== 0 || notInForce) && (statuses?.has(statusOf(set)) ?? true)
    kept.set(key, (listed = Array.from({ length: SETS }, (_, set) => isListed(set))))
  }
  return listed
}

/** How many findings there are of each status, by how often each set of outcomes was found. */
function summaryOf(counts: Uint32Array, { notInForce }: Settings): Summary {
  const summary = { ...NO_FINDINGS }
  for (let set = 0; set < SETS; set++)
    if (counts[set]! > 0 && (set !== 0 || notInForce)) summary[statusOf(set)] += counts[set]!
  return summary
}
