import { InputError, type EvaluateOptions, type Policy, type Status, type Text, type Verdict } from '@tiaoli/engine'

/** A status, or no finding at all: the requirement is not there, or not in force. */
export type StatusOrAbsent = Status | 'absent'

export interface Transition {
  from: StatusOrAbsent
  to: StatusOrAbsent
  count: number
}

/** One finding that the new rules judge otherwise. */
export interface Flip {
  requirement: string
  subject: Verdict['subject']
  period?: number
  from: StatusOrAbsent
  to: StatusOrAbsent
  /** The case it was seen in, where cases were compared. */
  case?: string
}

export interface FindingsComparison {
  /** Findings that either pack gave. */
  compared: number
  flipped: number
  /** Most frequent first. */
  transitions: readonly Transition[]
  requirements: readonly { requirement: string; flipped: number; transitions: readonly Transition[] }[]
  /** A few of each requirement's transitions, in the order of the ledger. */
  examples: readonly Flip[]
  /** Ledgers that one of the packs does not take. */
  refused: readonly {
    pack: 'before' | 'after'
    case?: string
    problems: readonly { pointer: string; message: Text }[]
  }[]
}

export interface ComparisonOptions {
  /** Examples of each transition of a requirement; default 3. */
  examples?: number
}

/**
 * Evaluates a ledger by both packs with the same options; subjects are paired by id. A ledger that a pack does not
 * accept is listed in `refused`. Throws `InputError` for options that do not fit both packs, and `EvaluationError` if a
 * result would not be exact or one of the packs gives more findings than `maxFindings`.
 */
export function compareFindings(
  before: Policy,
  after: Policy,
  ledger: unknown,
  options: Omit<EvaluateOptions, 'detail' | 'exact'>,
  { examples = 3 }: ComparisonOptions = {},
): FindingsComparison {
  const comparison = new Comparison(examples)
  comparison.add(before, after, ledger, options)
  return comparison.result()
}

/** Evaluates the ledgers of all cases of both packs by both; a case that both contain is taken from the new one. */
export function compareCases(
  before: Policy,
  after: Policy,
  { examples = 3 }: ComparisonOptions = {},
): FindingsComparison {
  const comparison = new Comparison(examples)
  const cases = new Map(
    [...before.plan.cases, ...after.plan.cases].map((item) => [`${item.file} ${item.case.id}`, item]),
  )
  for (const { case: item, ledger } of cases.values()) {
    const { asOf, profile, parameters } = item
    const options = { asOf, ...(profile ? { profile } : {}), ...(parameters ? { parameters } : {}) }
    comparison.add(before, after, ledger, options, item.id)
  }
  return comparison.result()
}

class Comparison {
  readonly #limit: number
  readonly #counts = new Map<string, Map<string, number>>()
  readonly #examples: Flip[] = []
  readonly #refused: FindingsComparison['refused'][number][] = []
  #compared = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(
    before: Policy,
    after: Policy,
    ledger: unknown,
    options: Omit<EvaluateOptions, 'detail' | 'exact'>,
    inCase?: string,
  ): void {
    const old = this.#evaluate('before', before, ledger, options, inCase)
    const now = this.#evaluate('after', after, ledger, options, inCase)
    if (!old || !now) return
    const keys = new Set([...old.keys(), ...now.keys()])
    this.#compared += keys.size
    for (const key of keys) {
      const [was, is] = [old.get(key), now.get(key)]
      const from: StatusOrAbsent = was?.status ?? 'absent'
      const to: StatusOrAbsent = is?.status ?? 'absent'
      const verdict = is ?? was
      if (from !== to && verdict) this.#flip(verdict, from, to, inCase)
    }
  }

  #evaluate(
    pack: 'before' | 'after',
    policy: Policy,
    ledger: unknown,
    options: Omit<EvaluateOptions, 'detail' | 'exact'>,
    inCase: string | undefined,
  ): Map<string, Verdict> | undefined {
    try {
      const { findings } = policy.evaluate(ledger, { ...options, detail: 'verdicts' })
      return new Map(findings.map((finding) => [keyOf(finding), finding]))
    } catch (error) {
      // The options of a case come with it; others are the caller's to correct.
      if (!(error instanceof InputError) || (error.of === 'options' && inCase === undefined)) throw error
      const problems = error.problems.map(({ pointer, message }) => ({ pointer, message }))
      this.#refused.push({ pack, ...(inCase === undefined ? {} : { case: inCase }), problems })
      return undefined
    }
  }

  #flip(
    { requirement, subject, period }: Verdict,
    from: StatusOrAbsent,
    to: StatusOrAbsent,
    inCase: string | undefined,
  ): void {
    const counts = this.#counts.get(requirement) ?? new Map<string, number>()
    const transition = `${from} ${to}`
    const count = (counts.get(transition) ?? 0) + 1
    this.#counts.set(requirement, counts.set(transition, count))
    if (count > this.#limit) return
    this.#examples.push({
      requirement,
      subject,
      ...(period === undefined ? {} : { period }),
      from,
      to,
      ...(inCase === undefined ? {} : { case: inCase }),
    })
  }

  result(): FindingsComparison {
    const requirements = [...this.#counts].map(([requirement, counts]) => {
      const transitions = transitionsOf(counts)
      return { requirement, flipped: sum(transitions), transitions }
    })
    const all = new Map<string, number>()
    for (const counts of this.#counts.values())
      for (const [transition, count] of counts) all.set(transition, (all.get(transition) ?? 0) + count)
    const transitions = transitionsOf(all)
    return {
      compared: this.#compared,
      flipped: sum(transitions),
      transitions,
      requirements: requirements.sort((a, b) => b.flipped - a.flipped),
      examples: this.#examples,
      refused: this.#refused,
    }
  }
}

function keyOf({ requirement, subject: { scope, id }, period }: Verdict): string {
  return JSON.stringify([requirement, scope, id, period])
}

function transitionsOf(counts: ReadonlyMap<string, number>): Transition[] {
  return [...counts]
    .map(([transition, count]) => {
      const [from, to] = transition.split(' ') as [StatusOrAbsent, StatusOrAbsent]
      return { from, to, count }
    })
    .sort((a, b) => b.count - a.count)
}

function sum(transitions: readonly Transition[]): number {
  return transitions.reduce((total, { count }) => total + count, 0)
}
