import type { EvaluateOptions } from '../evaluate/options.ts'
import { InputError } from '../errors.ts'
import type { Plan } from '../model/plan.ts'
import type { Finding, Report } from '../report.ts'
import type { Case } from '../schema/cases.ts'

type Expectation = Case['expect'][number]

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
  options: EvaluateOptions & { detail: 'findings' },
) => Report<'findings'> | Promise<Report<'findings'>>

/** Runs the cases of a pack on a runtime. */
export async function checkCases(plan: Plan, evaluate: Evaluate): Promise<CaseResult[]> {
  const results: CaseResult[] = []
  for (const { file, case: item, ledger } of plan.cases) {
    const failures: CaseFailure[] = []
    for (const periods of periodGroups(item)) {
      const options: EvaluateOptions & { detail: 'findings' } = {
        asOf: item.asOf,
        detail: 'findings',
        notInForce: true,
        requirements: [...new Set(item.expect.map(({ requirement }) => requirement))],
        ...(item.profile === undefined ? {} : { profile: item.profile }),
        ...(item.parameters === undefined ? {} : { parameters: item.parameters }),
        ...(periods === undefined ? {} : { periods }),
      }
      const expected = item.expect.filter((expectation) => asksForPeriod(expectation) === (periods !== undefined))
      try {
        const report = await evaluate(ledger, options)
        for (const expectation of expected) failures.push(...compare(expectation, report.findings))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        failures.push({ requirement: '', field: 'ledger', expected: 'accepted', actual: error.message })
      }
    }
    results.push({ file, id: item.id, failures, expectations: item.expect.length })
  }
  return results
}

/** Expectations of a period ask for that period; the others see what is reported unasked. */
function periodGroups({ expect }: Case): (number[] | undefined)[] {
  const periods = [...new Set(expect.filter(asksForPeriod).map(({ period }) => period!))]
  const plain = expect.some((expectation) => !asksForPeriod(expectation))
  return [...(plain ? [undefined] : []), ...(periods.length > 0 ? [periods] : [])]
}

/** That a period is absent can only be seen in what is reported unasked. */
function asksForPeriod({ period, absent }: Expectation): boolean {
  return period !== undefined && !absent
}

function compare(expectation: Expectation, findings: readonly Finding[]): CaseFailure[] {
  const { requirement, subject, period } = expectation
  const name = {
    requirement,
    ...(subject === undefined ? {} : { subject }),
    ...(period === undefined ? {} : { period }),
  }
  const matching = findings.filter(
    (finding) => finding.requirement === requirement && (period === undefined || finding.period === period),
  )
  const scope = matching[0]?.subject.scope
  const subjects = [...new Set(matching.map(({ subject: found }) => found.pointer))]
  const chosen = matching.filter(
    ({ subject: found }) =>
      subject === undefined || found.id === subject || subject === `#${subjects.indexOf(found.pointer)}`,
  )
  const [finding] = chosen
  if (expectation.absent) {
    const present = finding && !finding.notInForce
    return present ? [{ ...name, field: 'absent', expected: true, actual: finding.status }] : []
  }
  if (!finding || chosen.length > 1)
    return [{ ...name, field: 'subject', expected: 'one finding', actual: `${chosen.length} of ${scope ?? 'none'}` }]
  return fieldsOf(expectation, finding)
    .filter(({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual))
    .map((difference) => ({ ...name, ...difference }))
}

/** The fields that an expectation names, beside what was found. */
function fieldsOf(expectation: Expectation, finding: Finding): { field: string; expected: unknown; actual: unknown }[] {
  const fields: { field: string; expected: unknown; actual: unknown }[] = []
  const add = (field: string, expected: unknown, actual: unknown) => fields.push({ field, expected, actual })
  const { status, possible, reasons, missing, daysLate, due, notes, notesAbsent, figures } = expectation
  if (status !== undefined) add('status', status, finding.status)
  if (possible) add('possible', [...possible].sort(), [...finding.possible].sort())
  if (reasons) add('reasons', [...reasons].sort(), [...(finding.reasons ?? [])].sort())
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
