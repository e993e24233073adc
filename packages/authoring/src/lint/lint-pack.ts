import type { Diagnostic, Text } from '@tiaoli/engine'
import { OwnLanguages, type Loaded, type SourcePlace } from '@tiaoli/engine/plan'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import * as lints from './all-lints.ts'
import type { Lint, LintContext, LintHit, LintSeverity } from '../lint.ts'
import { lookedThrough, NOT_LOOKED_THROUGH, notLookedThrough } from './not-looked-through.ts'
import { applySuppressions, UNUSED_OFF } from './suppressions.ts'

type Lints = typeof lints

export type LintCode =
  | { [Name in keyof Lints]: keyof Lints[Name]['severities'] }[keyof Lints]
  | keyof typeof UNUSED_OFF
  | keyof typeof NOT_LOOKED_THROUGH

/** Every lint by its code. */
export const LINTS = Object.assign(
  {},
  ...Object.values(lints).map(({ severities }) => severities),
  UNUSED_OFF,
  NOT_LOOKED_THROUGH,
) as Readonly<Record<LintCode, LintSeverity>>

/** Something that is probably a mistake, its place, and what to do about it. */
export interface LintFinding extends SourcePlace {
  code: LintCode
  severity: LintSeverity
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

export type LintOptions = Partial<Pick<LintContext, 'texts'>>

/**
 * Reports the errors of a loaded pack or, if it has none, what is probably a mistake although the pack loads. Used packs
 * are not linted.
 */
export function lintPack(
  { plan, places, files, diagnostics }: Loaded,
  { texts = new Map() }: LintOptions = {},
): LintReport {
  if (!plan) return { diagnostics, lints: [], off: [] }
  const context: Omit<LintContext, 'work'> = { plan, places, files, encoding: clauseEncodings({ plan }), texts }
  const own = new OwnLanguages(plan.reading)
  const all = (Object.values(lints) as Lint<LintCode>[]).map((lint) => lookedThrough(lint, context))
  const unfinished = all.flatMap((lint) => lint.unfinished)
  const found = [...all.flatMap((lint) => lint.found), ...unfinished.flatMap((code) => notLookedThrough(context, code))]
  const { remaining, suppressed, unused } = applySuppressions(withoutDuplicates(found), context, {
    known: Object.keys(LINTS),
    unfinished,
  })
  return {
    diagnostics: [],
    lints: own.of(inFileOrder([...remaining, ...unused].map(findingOf))),
    off: own.of(suppressed.map((item) => ({ ...findingOf(item.found), reason: item.reason }))),
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
  return [...findings].sort(order)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
