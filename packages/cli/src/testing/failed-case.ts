import type { CaseFault } from '@tiaoli/authoring'
import {
  answering,
  pointerOf,
  questionsOf,
  type CaseFailure,
  type Expectation,
  type Finding,
  type Path,
  type Policy,
} from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { placeOf } from '../input/json-place.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { traceLines } from '../render/explanation.ts'
import { missingLines } from '../render/finding.ts'
import { indexOf, type CaseOutcome, type PlannedCase } from './run-cases.ts'

/** A failed case: where it stands, what was expected and what was found, and the steps that led there. */
export function failedLines(
  context: Context,
  pack: PackOnDisk,
  policy: Policy,
  { item, faults, failures }: CaseOutcome,
): string[] {
  const { out, texts, language } = context
  const title = item.case.title?.[language]
  const lines = [
    `${out.paint('red', '✗')} ${out.paint('bold', `${placeOfCase(pack, policy, item)} ${item.case.id}`)}${title ? ` ${title}` : ''}`,
  ]
  const explained = new Set<string>()
  lines.push(...faults.map((fault) => `    ${faultLine(context, pack, item, fault)}`))
  for (const { runtime, failures: found } of failures)
    for (const failure of found) {
      const about = aboutOf(failure)
      lines.push(
        `    ${about} ${out.paint('dim', `(${runtime})`)}`,
        `      ${texts.test.expected(failure.field)} ${out.paint('green', shown(failure.expected))}`,
        `      ${texts.test.actual(failure.field)} ${out.paint('red', shown(failure.actual))}`,
      )
      if (failure.requirement === '' || explained.has(about)) continue
      explained.add(about)
      const finding = findingOf(policy, item, failure)
      if (!finding) continue
      const reasons = finding.reasons.map(({ text }) => text[language])
      if (reasons.length > 0) lines.push(`      ${texts.finding.because} ${reasons.join(texts.finding.and)}`)
      lines.push(...missingLines(context, finding.missing).map((line) => `      ${line}`))
      lines.push(...(finding.trace ?? []).flatMap((part) => traceLines(context, part)).map((line) => `    ${line}`))
    }
  return lines
}

function aboutOf({ requirement, subject, period }: CaseFailure): string {
  return [
    requirement || 'ledger',
    ...(subject === undefined ? [] : [subject]),
    ...(period === undefined ? [] : [period]),
  ].join(' ')
}

function shown(value: unknown): string {
  return value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** `rules/x/cases/y.json:12` */
function placeOfCase(pack: PackOnDisk, { plan }: Policy, item: PlannedCase): string {
  return placeIn(pack, item, ['cases', indexOf(plan, item), 'id'])
}

/** What the pack refuses of a case: `rules/x/cases/y.json:12 what is wrong`. */
function faultLine(
  { out, texts, language }: Context,
  pack: PackOnDisk,
  item: PlannedCase,
  { path, problem: { code, message, suggestion } }: CaseFault,
): string {
  const near = suggestion === undefined ? '' : ` ${texts.didYouMean(suggestion)}`
  return `${placeIn(pack, item, path)} ${out.paint('red', code)} ${message[language]}${near}`
}

function placeIn(pack: PackOnDisk, { file }: PlannedCase, path: Path): string {
  const place = placeOf(pack.texts.get(file) ?? '', pointerOf(path))
  return `${pack.shown}/${file}${place ? `:${place.line}` : ''}`
}

/** The finding that a failure is about, with its trace. */
function findingOf(policy: Policy, { case: item, ledger }: PlannedCase, failure: CaseFailure): Finding | undefined {
  const asked = questionsOf(item).find(({ expected }) => expected.some((expectation) => isOf(failure, expectation)))
  if (!asked) return undefined
  const options = { ...asked.options, requirements: [failure.requirement], detail: 'trace' as const }
  return answering(failure, policy.evaluate(ledger, options).findings)[0]
}

function isOf(failure: CaseFailure, { requirement, subject, period }: Expectation): boolean {
  return requirement === failure.requirement && subject === failure.subject && period === failure.period
}
