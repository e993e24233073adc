import type { Diagnostic, Text } from '@tiaoli/engine'
import type { Loaded, SourcePlace } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import { caseFault } from './case-fault.ts'
import { clauseNotEncoded } from './clause-not-encoded.ts'
import { alwaysTrueOrFalse } from './always-true-or-false.ts'
import { instrumentNotInForce } from './instrument-not-in-force.ts'
import { contradictingOrRepeatedLeaf } from './contradicting-or-repeated-leaf.ts'
import type { LintHit, Lint, LintContext } from './lint.ts'
import { notInDocument } from './not-in-document.ts'
import { applySuppressions } from './suppressions.ts'
import { parameterNotSet } from './parameter-not-set.ts'
import { pointlessRequirement } from './pointless-requirement.ts'
import { alwaysOrNeverMet } from './always-or-never-met.ts'
import { missingTranslation } from './missing-translation.ts'
import { unusedFact } from './unused-fact.ts'
import { unusedInstrumentBodyOrRole } from './unused-instrument-body-or-role.ts'
import { unusedParameter } from './unused-parameter.ts'
import { wordingDue, type SampleLedger } from './wording/wording-due.ts'
import { wordingOperator } from './wording/wording-operator.ts'
import { wordingParameter } from './wording/wording-parameter.ts'

/**
 * Every lint there is. A `warning` is most likely a mistake that changes findings or leaves them without a ground;
 * a `hint` is something idle or untidy.
 */
export const LINTS = {
  'always-true': 'warning',
  'always-false': 'warning',
  'contradicting-leaves': 'warning',
  'repeated-leaf': 'hint',
  'always-met': 'warning',
  'never-met': 'warning',
  'unreachable-exception': 'warning',
  'pointless-requirement': 'warning',
  'clause-not-encoded': 'warning',
  'not-in-document': 'warning',
  'case-fault': 'warning',
  'wording-number': 'warning',
  'wording-operator': 'warning',
  'wording-due': 'warning',
  'instrument-not-in-force': 'warning',
  'basis-gap': 'warning',
  'parameter-not-set': 'warning',
  'missing-translation': 'warning',
  'full-stop': 'hint',
  'unused-fact': 'hint',
  'unused-parameter': 'hint',
  'unused-instrument': 'hint',
  'unused-body': 'hint',
  'unused-role': 'hint',
  'unused-off': 'hint',
} as const satisfies Record<string, 'warning' | 'hint'>

export type LintCode = keyof typeof LINTS

/** One thing that is most likely not meant, where it stands, and what to do about it. */
export interface LintFinding extends SourcePlace {
  code: LintCode
  severity: 'warning' | 'hint'
  /** What it is about: the id of a requirement or clause, a fact's name, `parameters.<id>`; as lint.json names it. */
  about: string
  message: Text
  /** The nearest name that is known. */
  suggestion?: string
}

export interface LintReport {
  /** What is wrong with the pack. Lints are looked for only where nothing is. */
  diagnostics: readonly Diagnostic[]
  /** In the order of the files. */
  lints: readonly LintFinding[]
  /** What the pack's lint.json switches off. */
  off: readonly (LintFinding & { reason: Text })[]
}

export interface LintOptions {
  /** A ledger by which due dates are compared with the days that clauses name; without it they are not. */
  sample?: SampleLedger
  /** The document, word for word, in which the Chinese of every clause must stand; without it they are not compared. */
  document?: string
}

const ALL_LINTS: readonly Lint<LintCode>[] = [
  alwaysTrueOrFalse,
  contradictingOrRepeatedLeaf,
  alwaysOrNeverMet,
  pointlessRequirement,
  clauseNotEncoded,
  caseFault,
  wordingParameter,
  wordingOperator,
  instrumentNotInForce,
  parameterNotSet,
  missingTranslation,
  unusedFact,
  unusedParameter,
  unusedInstrumentBodyOrRole,
]

/**
 * Reports the errors of a loaded pack or, if it has none, what is probably a mistake although the pack loads. Used packs
 * are not linted.
 */
export function lintPack(
  { plan, places, files, diagnostics }: Loaded,
  { sample, document }: LintOptions = {},
): LintReport {
  if (!plan) return { diagnostics, lints: [], off: [] }
  const context: LintContext = { plan, places, files, encoding: clauseEncodings({ plan }) }
  const found = [
    ...ALL_LINTS.flatMap((lint) => [...lint(context)]),
    ...(document === undefined ? [] : notInDocument(context, document)),
    ...(sample ? wordingDue(context, policyOf(plan), sample) : []),
  ]
  const { remaining, suppressed, unused } = applySuppressions(withoutDuplicates(found), context, Object.keys(LINTS))
  return {
    diagnostics: [],
    lints: inFileOrder([...remaining, ...unused].map(findingOf)),
    off: suppressed.map((item) => ({ ...findingOf(item.found), reason: item.reason })),
  }
}

function findingOf({ place, ...found }: LintHit<LintCode>): LintFinding {
  return { ...found, severity: LINTS[found.code], ...place }
}

/** One leaf of a shared condition may be met on many ways. */
function withoutDuplicates<F extends LintHit>(found: readonly F[]): F[] {
  return [...new Map(found.map((item) => [JSON.stringify([item.code, item.place, item.message]), item])).values()]
}

function inFileOrder(findings: readonly LintFinding[]): LintFinding[] {
  const order = (a: LintFinding, b: LintFinding) =>
    compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  return findings.toSorted(order)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
