import type { CaseFault } from '@tiaoli/authoring'
import type { Finding, Policy } from '@tiaoli/engine'
import { answering, questionsOf, TextPlaces, type CaseFailure, type Expectation, type Path } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { textIn, type PackOnDisk } from '../packs/pack-on-disk.ts'
import { missingLines } from '../render/missing-lines.ts'
import { traceLines } from '../render/trace-lines.ts'
import { caseIndex, type CaseOutcome, type PlannedCase } from './case-outcomes.ts'

/** A failed case: its place, what was expected, what was found, and how it was evaluated. */
export function failedCaseLines(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  { item, faults, failures }: CaseOutcome,
): string[] {
  const { out, texts, language } = context
  const title = item.case.title?.[language]
  const lines = [
    `${out.paint('red', '✗')} ${out.paint('bold', `${casePosition(pack, policy, item)} ${item.case.id}`)}${title ? ` ${title}` : ''}`,
  ]
  const traced = new Set<string>()
  lines.push(...faults.map((fault) => `    ${faultLine(context, pack, item, fault)}`))
  for (const { runtime, failures: found } of failures)
    for (const failure of found) {
      const target = failureTarget(context, failure)
      lines.push(
        `    ${target} ${out.paint('dim', `(${runtime})`)}`,
        `      ${texts.test.expected(failure.field)} ${out.paint('green', valueText(failure.expected))}`,
        `      ${texts.test.actual(failure.field)} ${out.paint('red', valueText(failure.actual))}`,
      )
      if (failure.requirement === '' || traced.has(target)) continue
      traced.add(target)
      const finding = findingOf(policy, item, failure)
      if (!finding) continue
      const reasons = finding.reasons.map(({ text }) => text[language])
      if (reasons.length > 0) lines.push(`      ${texts.finding.because} ${reasons.join(texts.finding.and)}`)
      lines.push(...missingLines(context, finding.missing).map((line) => `      ${line}`))
      lines.push(...(finding.trace ?? []).flatMap((part) => traceLines(context, part)).map((line) => `    ${line}`))
    }
  return lines
}

function failureTarget({ texts }: Context, { requirement, subject, period }: CaseFailure): string {
  return [
    requirement || texts.test.ledger,
    ...(subject === undefined ? [] : [subject]),
    ...(period === undefined ? [] : [period]),
  ].join(' ')
}

function valueText(value: unknown): string {
  return value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** `rules/x/cases/y.json:12` */
function casePosition(pack: PackOnDisk, { plan }: Policy, item: PlannedCase): string {
  return positionIn(pack, item, ['cases', caseIndex(plan, item), 'id'])
}

/** An error in a case: `rules/x/cases/y.json:12 message`. */
function faultLine(
  { out, texts, language }: Context,
  pack: PackOnDisk,
  item: PlannedCase,
  { path, problem: { code, message, suggestion } }: CaseFault,
): string {
  return `${positionIn(pack, item, path)} ${out.paint('red', code)} ${texts.withHint(message[language], suggestion)}`
}

function positionIn(pack: PackOnDisk, { file }: PlannedCase, path: Path): string {
  const text = textIn(pack, file)
  return `${pack.path}/${file}${text === undefined ? '' : `:${new TextPlaces(text).at(path, true).line}`}`
}

/** The finding of a failure, with its trace. */
function findingOf(policy: Policy, { case: item, ledger }: PlannedCase, failure: CaseFailure): Finding | undefined {
  const question = questionsOf(item).find(({ expected }) =>
    expected.some((expectation) => isSameTarget(failure, expectation)),
  )
  if (!question) return undefined
  const options = { ...question.options, requirements: [failure.requirement], detail: 'trace' as const }
  return answering(failure, policy.evaluate(ledger, options).findings)[0]
}

function isSameTarget(failure: CaseFailure, { requirement, subject, period }: Expectation): boolean {
  return requirement === failure.requirement && subject === failure.subject && period === failure.period
}
