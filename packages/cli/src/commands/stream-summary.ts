import {
  type EachEnd,
  type EachResult,
  type Finding,
  type InputProblem,
  type Report,
  type Status,
  type Verdict,
} from '@tiaoli/engine'
import type { ConflictReport, Plan } from '@tiaoli/engine/plan'
import { STATUSES } from '@tiaoli/engine/names'
import type { Context } from '../context.ts'
import { conflictLine } from '../render/conflict-line.ts'
import { statusOfRequirement } from '../render/status-of-requirement.ts'
import { table } from '../terminal/table.ts'
import type { EvaluateFlags } from './evaluate.ts'
import { failsOn } from './fails-on.ts'

/** Invalid lines are reported one by one up to this number, and counted beyond it. */
const PROBLEMS_SHOWN = 20

/** Conflicts are listed one by one up to this number, and counted beyond it. */
const CONFLICTS_SHOWN = 20

/** Prints the findings of each line with `--ndjson`, and counts them for the end. */
export class StreamSummary {
  readonly #context: Context
  readonly #flags: EvaluateFlags
  readonly #plan: Plan
  readonly #requirements: ReadonlyMap<string, Plan['requirements'][number]>
  readonly #counts = new Map<string, Map<Status, number>>()
  readonly #conflicts: ConflictReport[] = []
  readonly #conflictsByCheck = new Map<string, number>()
  lines = 0
  invalid = 0
  hasFailed = false

  constructor(context: Context, flags: EvaluateFlags, plan: Plan) {
    this.#context = context
    this.#flags = flags
    this.#plan = plan
    this.#requirements = new Map(plan.requirements.map((requirement) => [requirement.id, requirement]))
  }

  async add(line: number, { id, findings = [], conflicts = [], problems }: EachResult): Promise<void> {
    this.lines++
    const { out } = this.#context
    if (problems) {
      await this.#reportProblems(line, problems)
      if (this.#flags.ndjson) await out.line(JSON.stringify({ line, problems }))
      return
    }
    for (const finding of findings) this.#count(finding)
    for (const conflict of conflicts) this.#keep(conflict)
    const { ndjson, subject } = this.#flags
    if (ndjson && (subject === undefined || findings.length + conflicts.length > 0))
      await out.line(JSON.stringify({ line, id, findings: this.#listed(findings), conflicts }))
  }

  async finish({ notices, findings, conflicts, notEvaluated }: EachEnd): Promise<void> {
    const { out, err, language, texts } = this.#context
    const { ndjson, json } = this.#flags
    for (const finding of findings) this.#count(finding)
    for (const conflict of conflicts) this.#keep(conflict)
    const { lines: records, invalid } = this
    const summary = this.#summary()
    const end = { records, invalid, notices, summary, findings: this.#listed(findings), conflicts, notEvaluated }
    const conflictsByCheck = Object.fromEntries(this.#conflictsByCheck)
    if (ndjson) await out.line(JSON.stringify({ end }))
    else if (json) await out.json({ ...end, byRequirement: this.#byRequirement(), conflictsByCheck })
    else {
      for (const { text } of notices) await out.line(out.paint('yellow', text[language]))
      await out.line(texts.stream.read(records, invalid))
      const rows = [...this.#counts].flatMap(([requirement, counts]) =>
        [...counts].map(([status, count]) => {
          const asked = this.#requirements.get(requirement)!
          return [requirement, statusOfRequirement(this.#plan, asked, status)[language], count] as const
        }),
      )
      const head = [texts.stream.requirement, texts.stream.status, texts.stream.count]
      if (rows.length > 0) await out.line(table(out, rows, { numbers: [2], head }))
      await this.#listConflicts()
      for (const { id, text } of notEvaluated) await out.line(`${id}${texts.finding.colon}${text[language]}`)
    }
    if (invalid > PROBLEMS_SHOWN) await err.line(texts.stream.more(invalid - PROBLEMS_SHOWN))
  }

  #keep(conflict: ConflictReport): void {
    const { check } = conflict
    this.#conflictsByCheck.set(check, (this.#conflictsByCheck.get(check) ?? 0) + 1)
    if (this.#conflicts.length < CONFLICTS_SHOWN) this.#conflicts.push(conflict)
  }

  async #listConflicts(): Promise<void> {
    const { out, texts } = this.#context
    for (const conflict of this.#conflicts) await out.line(conflictLine(this.#context, this.#plan, conflict))
    const count = [...this.#conflictsByCheck.values()].reduce((sum, of) => sum + of, 0)
    if (count > this.#conflicts.length) await out.line(texts.stream.moreConflicts(count - this.#conflicts.length))
  }

  #listed(findings: readonly (Verdict | Finding)[]): (Verdict | Finding)[] {
    const { status } = this.#flags
    return findings.filter((finding) => !status || status.includes(finding.status))
  }

  /** The counts as a report has them: of every status, found or not. */
  #summary(): Report['summary'] {
    const total = (status: Status) => [...this.#counts.values()].reduce((sum, of) => sum + (of.get(status) ?? 0), 0)
    return Object.fromEntries(STATUSES.map((status) => [status, total(status)])) as Report['summary']
  }

  #byRequirement() {
    return Object.fromEntries(
      [...this.#counts].map(([requirement, counts]) => [requirement, Object.fromEntries(counts)]),
    )
  }

  #count(finding: Verdict | Finding): void {
    let counts = this.#counts.get(finding.requirement)
    if (!counts) this.#counts.set(finding.requirement, (counts = new Map()))
    counts.set(finding.status, (counts.get(finding.status) ?? 0) + 1)
    this.hasFailed ||= failsOn(this.#flags.failOn ?? [], 'severity' in finding ? finding : { status: finding.status })
  }

  async #reportProblems(line: number, problems: readonly InputProblem[]): Promise<void> {
    if (++this.invalid > PROBLEMS_SHOWN) return
    const { err, language, texts } = this.#context
    for (const { pointer, column, message, suggestion } of problems)
      await err.line(
        texts.stream.badLine(line, column, `${pointer} ${texts.withHint(message[language], suggestion)}`.trimStart()),
      )
  }
}
