import { DECORATORS, OPERATORS, type Comparable, type Test } from '../values/operator.ts'
import { combine, not, type Truth } from '../values/truth.ts'
import { UNKNOWN } from '../values/value.ts'

/** Truth of a condition over plain facts; undefined where a missing fact leaves it open. */
export type CompiledCondition = (facts: Readonly<Record<string, unknown>>) => Truth

export interface CompileConditionOptions {
  /** Named conditions, by name. */
  conditions?: Readonly<Record<string, unknown>>
  /** Operators of your own: only asked where both sides are known. */
  operators?: Readonly<Record<string, (fact: never, value: never) => boolean>>
  /** Decorators of your own, asked under the same condition; `next` is the operator they wrap. */
  decorators?: Readonly<Record<string, (fact: never, value: never, next: NextOperator) => boolean>>
  /** Takes a missing fact for the value `undefined`, as the option of json-rules-engine does, and so decides always. */
  allowUndefinedFacts?: boolean
  /** Reads what a `path` leads to in a fact that is an object, instead of names and list positions. */
  pathResolver?: (value: object, path: string) => unknown
}

export type NextOperator = (fact: unknown, value: unknown) => boolean

const DEPTH = 64
/** Leaves after named conditions are put in their places: each may be asked at every evaluation. */
const LEAVES = 10_000

/**
 * Compiles a json-rules-engine condition into a function: `all`, `any`, `not`, named conditions, the ten operators
 * and six decorators and any of your own, `value: { fact, path }`, and `path` of names and list positions. No `eval`,
 * nothing asynchronous. docs/json-rules-engine.md tells what is the same there and what is not, point by point.
 * A fact that is absent (or `undefined`) is not known, and the answer is three-valued; `null` is a value.
 * Throws `TypeError`, naming the place, for what the language does not have.
 *
 * @example
 * const adult = compileCondition({ all: [{ fact: 'age', operator: 'greaterThanInclusive', value: 18 }] })
 * adult({ age: 20 }) // true
 * adult({})          // undefined
 */
export function compileCondition(condition: unknown, options: CompileConditionOptions = {}): CompiledCondition {
  return new Compiler(options).condition(condition, '')
}

type Read = (facts: Readonly<Record<string, unknown>>) => Comparable

class Compiler {
  readonly #options: CompileConditionOptions
  readonly #operators: ReadonlyMap<string, Test>
  readonly #decorators: ReadonlyMap<string, (next: Test) => Test>
  readonly #named = new Map<string, { compiled: CompiledCondition; leaves: number; levels: number }>()
  readonly #open: string[] = []
  #depth = 0
  /** The deepest that was reached. */
  #deepest = 0
  #leaves = 0

  constructor(options: CompileConditionOptions) {
    this.#options = options
    const { operators = {}, decorators = {} } = options
    this.#operators = new Map<string, Test>([
      ...Object.entries(OPERATORS),
      ...Object.entries(operators).map(([name, own]) => [name, whereKnown(own as NextOperator)] as const),
    ])
    this.#decorators = new Map<string, (next: Test) => Test>([
      ...Object.entries(DECORATORS),
      ...Object.entries(decorators).map(([name, own]) => [name, decoratorOf(own as OwnDecorator)] as const),
    ])
  }

  condition(condition: unknown, at: string): CompiledCondition {
    this.#reach(++this.#depth, at)
    const compiled = this.#branch(objectAt(condition, at), at)
    this.#depth--
    return compiled
  }

  #branch(condition: Record<string, unknown>, at: string): CompiledCondition {
    const kinds = (['all', 'any', 'not', 'condition', 'fact'] as const).filter((kind) => Object.hasOwn(condition, kind))
    const [kind] = kinds
    if (kinds.length !== 1 || kind === undefined)
      fail(at, `must have exactly one of all, any, not, condition, fact; it has ${kinds.join(', ') || 'none'}`)
    const item = condition[kind]
    if (kind === 'not') {
      const inner = this.condition(item, `${at}/not`)
      return (facts) => not(inner(facts))
    }
    if (kind === 'condition') return this.#reference(item, `${at}/condition`)
    return kind === 'fact' ? this.#leaf(condition, at) : this.#group(kind, item, `${at}/${kind}`)
  }

  #group(kind: 'all' | 'any', items: unknown, at: string): CompiledCondition {
    if (!Array.isArray(items) || items.length === 0) fail(at, 'must be a list with at least one condition')
    return combine(
      kind,
      items.map((item, i) => this.condition(item, `${at}/${i}`)),
    )
  }

  #reference(name: unknown, at: string): CompiledCondition {
    const conditions = this.#options.conditions ?? {}
    if (typeof name !== 'string' || !Object.hasOwn(conditions, name)) fail(at, 'names no condition that was given')
    if (this.#open.includes(name)) fail(at, `leads back to itself: ${[...this.#open, name].join(' → ')}`)
    const known = this.#named.get(name)
    if (known) {
      this.#count(known.leaves, at)
      this.#reach(this.#depth + known.levels, at)
      return known.compiled
    }
    const before = { leaves: this.#leaves, deepest: this.#deepest }
    this.#deepest = 0
    this.#open.push(name)
    const compiled = this.condition(conditions[name], `conditions/${name}`)
    this.#open.pop()
    this.#named.set(name, {
      compiled,
      leaves: this.#leaves - before.leaves,
      levels: this.#deepest - this.#depth,
    })
    this.#deepest = Math.max(before.deepest, this.#deepest)
    return compiled
  }

  #reach(depth: number, at: string): void {
    if (depth > DEPTH) fail(at, `is nested deeper than ${DEPTH} levels`)
    this.#deepest = Math.max(this.#deepest, depth)
  }

  #count(leaves: number, at: string): void {
    this.#leaves += leaves
    if (this.#leaves > LEAVES) fail(at, `unfolds to more than ${LEAVES} leaves`)
  }

  #leaf(leaf: Record<string, unknown>, at: string): CompiledCondition {
    this.#count(1, at)
    if (!Object.hasOwn(leaf, 'operator') || !Object.hasOwn(leaf, 'value')) fail(at, 'needs an operator and a value')
    if (leaf['params'] !== undefined) fail(`${at}/params`, 'is not supported: facts are plain values')
    const test = this.#test(leaf['operator'], `${at}/operator`)
    const left = this.#fact(leaf['fact'], leaf['path'], at)
    const { value } = leaf
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact')) {
      const { fact, path } = value as Record<string, unknown>
      const right = this.#fact(fact, path, `${at}/value`)
      return (facts) => test(left(facts), right(facts))
    }
    return (facts) => test(left(facts), value as Comparable)
  }

  #test(operator: unknown, at: string): Test {
    if (typeof operator !== 'string') return fail(at, 'must be a string')
    const names = operator.split(':')
    const base = named(this.#operators, names.pop() ?? '', at)
    return names.reduceRight((next, name) => named(this.#decorators, name, at)(next), base)
  }

  #fact(fact: unknown, path: unknown, at: string): Read {
    if (typeof fact !== 'string' || fact === '') fail(`${at}/fact`, 'must be the name of a fact')
    const missing = this.#options.allowUndefinedFacts ? undefined : UNKNOWN
    const follow = path === undefined || path === '' ? undefined : this.#follower(path, `${at}/path`)
    return (facts) => {
      const given = Object.hasOwn(facts, fact) ? facts[fact] : undefined
      const value = follow === undefined || given === null ? given : follow(given)
      return value === undefined ? missing : value
    }
  }

  #follower(path: unknown, at: string): (value: unknown) => unknown {
    const { pathResolver } = this.#options
    if (pathResolver) {
      if (typeof path !== 'string') return fail(at, 'must be a string')
      return (value) => (typeof value === 'object' && value !== null ? pathResolver(value, path) : undefined)
    }
    const steps = stepsOf(path, at)
    return (value) => {
      let found = value
      for (const step of steps) {
        if (found === undefined || found === null) break
        found =
          typeof found === 'object' && Object.hasOwn(found, step) ? (found as Record<string, unknown>)[step] : undefined
      }
      return found
    }
  }
}

type OwnDecorator = (fact: unknown, value: unknown, next: NextOperator) => boolean

/** An operator of one's own knows nothing of unknown sides. */
function whereKnown(own: NextOperator): Test {
  return (fact, value) => (fact === UNKNOWN || value === UNKNOWN ? undefined : own(fact, value))
}

function decoratorOf(own: OwnDecorator): (next: Test) => Test {
  return (next) =>
    whereKnown((fact, value) => own(fact, value, (a, b) => next(a as Comparable, b as Comparable) === true))
}

function named<T>(known: ReadonlyMap<string, T>, name: string, at: string): T {
  return known.get(name) ?? fail(at, `has no "${name}"; there are ${[...known.keys()].join(', ')}`)
}

const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*|\d+)|\[(\d+)\]|\['([\p{L}\p{N} _.-]+)'\]|\["([\p{L}\p{N} _.-]+)"\]/uy

/** `$.a.b[0]['c d']`, with or without the `$` and the dot before it: names and places only, so that no path runs code. */
function stepsOf(path: unknown, at: string): string[] {
  const text = typeof path === 'string' ? path.replace(/^\$/, '').replace(/^(?=[^.[])/, '.') : '?'
  const steps: string[] = []
  let end = 0
  for (STEP.lastIndex = 0; end < text.length; end = STEP.lastIndex) {
    const match = STEP.exec(text)
    if (!match) fail(at, 'must be a dotted path such as $.address.city; JSONPath filters and scripts are not supported')
    steps.push(match.slice(1).find((step) => step !== undefined)!)
  }
  return steps
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, 'must be an object')
  return value as Record<string, unknown>
}

function fail(at: string, what: string): never {
  throw new TypeError(`condition ${at || '/'} ${what}`)
}
