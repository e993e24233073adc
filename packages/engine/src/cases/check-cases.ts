import type { EvaluateOptions } from '../schema/evaluate-options.ts'
import { EvaluationError } from '../errors/evaluation-error.ts'
import { InputError } from '../errors/input-error.ts'
import type { Plan } from '../plan/plan.ts'
import type { Finding, Report } from '../report/report.ts'
import type { Case } from '../schema/cases-schema.ts'

export type Expectation = Case['expect'][number]

/** What a case expected and what was found instead. */
export interface CaseFailure {
  requirement: string
  subject?: string
  period?: number
  field: string
  expected: unknown
  actual: unknown
}

export interface CaseResult {
  file: string
  id: string
  failures: CaseFailure[]
  expectations: number
}

/** Either runtime: the compiled one answers at once, the reference runtime by a promise. */
export type Evaluate = (
  ledger: unknown,
  options: CaseQuestion['options'],
) => Report<'findings'> | Promise<Report<'findings'>>

/** Runs the cases of a pack on a runtime. */
export async function checkCases(plan: Plan, evaluate: Evaluate): Promise<CaseResult[]> {
  const results: CaseResult[] = []
  for (const { file, case: item, ledger } of plan.cases) {
    const failures: CaseFailure[] = []
    for (const question of questionsOf(item)) {
      try {
        failures.push(...failuresOf(question, await evaluate(ledger, question.options)))
      } catch (error) {
        failures.push({ requirement: '', ...failureOf(error) })
      }
    }
    results.push({ file, id: item.id, failures, expectations: item.expect.length })
  }
  return results
}

/** A case whose ledger or options are refused, or whose answer cannot be computed; any other error is thrown on. */
function failureOf(error: unknown): Pick<CaseFailure, 'field' | 'expected' | 'actual'> {
  if (error instanceof InputError) return { field: error.of, expected: 'accepted', actual: error.message }
  if (error instanceof EvaluationError) return { field: 'evaluation', expected: 'an answer', actual: error.message }
  throw error
}

/** What a case asks of an evaluation, and what it expects of the answer. */
export interface CaseQuestion {
  options: Omit<EvaluateOptions, 'language'> & { detail: 'findings' }
  expected: readonly Expectation[]
  conflicts?: NonNullable<Case['conflicts']>
}

/** Expectations of a period ask for that period; the others see what is reported unasked. */
export function questionsOf({ asOf, profile, parameters, expect, conflicts }: Case): CaseQuestion[] {
  const common: CaseQuestion['options'] = {
    asOf,
    detail: 'findings',
    notInForce: true,
    // What a case says of an unknown outcome is compared with what is true of it, not with a superset.
    ...(expect.some(saysWhatIsUnknown) ? { exact: true } : {}),
    requirements: [...new Set(expect.map(({ requirement }) => requirement))],
    ...(profile === undefined ? {} : { profile }),
    ...(parameters === undefined ? {} : { parameters }),
  }
  const ofPeriods = expect.filter(asksForPeriod)
  const plain = expect.filter((expectation) => !asksForPeriod(expectation))
  const periods = [...new Set(ofPeriods.map(({ period }) => period!))]
  return [
    ...(plain.length > 0 || conflicts
      ? [{ options: common, expected: plain, ...(conflicts ? { conflicts } : {}) }]
      : []),
    ...(periods.length > 0 ? [{ options: { ...common, periods }, expected: ofPeriods }] : []),
  ]
}

function saysWhatIsUnknown({ possible, unknownReasons, missing }: Expectation): boolean {
  return (possible ?? unknownReasons ?? missing) !== undefined
}

/** What was expected of a report and is not so. */
export function failuresOf(
  { expected, conflicts }: CaseQuestion,
  report: Pick<Report<'findings'>, 'findings' | 'conflicts'>,
): CaseFailure[] {
  return [
    ...expected.flatMap((expectation) => compare(expectation, report.findings)),
    ...(conflicts ? compareConflicts(conflicts, report.conflicts) : []),
  ]
}

function compareConflicts(
  wanted: NonNullable<CaseQuestion['conflicts']>,
  found: Report<'findings'>['conflicts'],
): CaseFailure[] {
  const facts = (check: string) => [...new Set(found.filter((one) => one.check === check).flatMap((one) => one.facts))]
  const checks = [...new Set([...Object.keys(wanted), ...found.map(({ check }) => check)])]
  return checks
    .map((check) => ({ check, expected: [...(wanted[check] ?? [])].sort(), actual: facts(check).sort() }))
    .filter(({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual))
    .map(({ check, expected, actual }) => ({ requirement: '', field: `conflicts.${check}`, expected, actual }))
}

/** That a period is absent can only be seen in what is reported unasked. */
function asksForPeriod({ period, absent }: Expectation): boolean {
  return period !== undefined && !absent
}

/** Of answers, those that an expectation is about: its requirement, its subject and its period, as far as it names them. */
export function answering<T extends Pick<Finding, 'requirement' | 'subject' | 'period'>>(
  { requirement, subject, period }: Expectation,
  answers: readonly T[],
): T[] {
  const matching = answers.filter(
    (answer) => answer.requirement === requirement && (period === undefined || answer.period === period),
  )
  const subjects = [...new Set(matching.map(({ subject: found }) => found.pointer))]
  return matching.filter(
    ({ subject: found }) =>
      subject === undefined || found.id === subject || subject === `#${subjects.indexOf(found.pointer)}`,
  )
}

function compare(expectation: Expectation, findings: readonly Finding[]): CaseFailure[] {
  const { requirement, subject, period } = expectation
  const name = {
    requirement,
    ...(subject === undefined ? {} : { subject }),
    ...(period === undefined ? {} : { period }),
  }
  const chosen = answering(expectation, findings)
  const [finding] = chosen
  if (expectation.absent) {
    const present = finding && !finding.notInForce
    return present ? [{ ...name, field: 'absent', expected: true, actual: finding.status }] : []
  }
  if (!finding || chosen.length > 1) {
    const scope = findings.find((other) => other.requirement === requirement)?.subject.scope
    return [{ ...name, field: 'subject', expected: 'one finding', actual: `${chosen.length} of ${scope ?? 'none'}` }]
  }
  return fieldsOf(expectation, finding)
    .filter(({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual))
    .map((difference) => ({ ...name, ...difference }))
}

/** The fields that an expectation names, beside what was found. */
function fieldsOf(expectation: Expectation, finding: Finding): { field: string; expected: unknown; actual: unknown }[] {
  const fields: { field: string; expected: unknown; actual: unknown }[] = []
  const add = (field: string, expected: unknown, actual: unknown) => fields.push({ field, expected, actual })
  const { status, possible, unknownReasons, missing, daysLate, due, notes, notesAbsent, figures } = expectation
  if (status !== undefined) add('status', status, finding.status)
  if (possible) add('possible', [...possible].sort(), [...finding.possible].sort())
  if (unknownReasons) add('unknownReasons', [...unknownReasons].sort(), [...(finding.unknownReasons ?? [])].sort())
  if (missing) add('missing', [...missing].sort(), finding.missing.map(({ fact }) => fact).sort())
  if (daysLate !== undefined) add('daysLate', daysLate, finding.daysLate)
  if (due !== undefined) add('due', due, finding.due)
  const shown = new Set(finding.notes.map(({ id }) => id))
  for (const note of notes ?? []) add(`notes.${note}`, true, shown.has(note))
  for (const note of notesAbsent ?? []) add(`notes.${note}`, false, shown.has(note))
  for (const [figure, value] of Object.entries(figures ?? {}))
    add(`figures.${figure}`, value, finding.figures.find(({ name }) => name === figure)?.value)
  return fields
}
