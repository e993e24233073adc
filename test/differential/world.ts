import { compile, EvaluationError, InputError, type EvaluateOptions, type Finding, type Policy } from '@tiaoli/engine'
import type { StreamingPolicy } from '@tiaoli/engine/runtime'
import fc from 'fast-check'
import type { Json } from './world/condition.ts'
import { choices, chosenIn, wholeTowns, without } from './world/ledger.ts'
import { drafts, options, packOf, type Draft } from './world/pack.ts'

/** A random pack with several ledgers under it: compiling a pack takes longer than evaluating a ledger. */
export interface World {
  draft: Draft
  cases: Case[]
}

export interface Case {
  /** A ledger with nothing left out. */
  whole: Json
  /** Which of its places are left blank. */
  blank: number[]
  options: Omit<EvaluateOptions, 'language'>
  /** For whatever else a property has to choose. */
  seed: number
}

const CASES = 24

export const worlds: fc.Arbitrary<World> = fc.record({
  draft: drafts,
  cases: fc.array(fc.record({ whole: wholeTowns, blank: choices, options, seed: fc.nat() }), {
    minLength: 1,
    maxLength: CASES,
    size: 'max',
  }),
})

/** A case as it is evaluated. */
export interface Scene extends Case {
  policy: StreamingPolicy
  /** The ledger with its blanks. */
  ledger: Json
  /** Pointers of the blanks. */
  blanks: string[]
}

/** Compiles the pack and looks at one ledger after the other; returns how many cases they held together. */
export function eachCase({ draft, cases }: World, look: (scene: Scene) => number): number {
  const policy = compile(packOf(draft))
  return cases.reduce((sum, item) => {
    const blanks = chosenIn(item.whole, item.blank)
    return sum + look({ ...item, policy, blanks, ledger: without(item.whole, blanks) })
  }, 0)
}

/** Findings by requirement, record and year. */
export type Findings = ReadonlyMap<string, Finding>

/** Undefined where the ledger is refused or a number grows too large, and where facts contradict each other. */
export function consistentFindings(
  policy: Policy,
  ledger: Json,
  settings: Omit<EvaluateOptions, 'language'>,
): Findings | undefined {
  try {
    const { findings, conflicts } = policy.evaluate(ledger, { notInForce: true, ...settings, detail: 'findings' })
    return conflicts.length > 0 ? undefined : new Map(findings.map((finding) => [keyOf(finding), finding]))
  } catch (error) {
    if (error instanceof InputError || error instanceof EvaluationError) return undefined
    throw error
  }
}

export function keyOf({ requirement, subject, period }: Pick<Finding, 'requirement' | 'subject' | 'period'>): string {
  return [requirement, subject.pointer, period ?? ''].join(' ')
}
