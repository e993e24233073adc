import {
  DECORATORS,
  OPERATORS,
  type Comparable,
  type DecoratorName,
  type OperatorName,
  type Test,
} from '../values/operator.ts'
import { combine, not, type Truth } from '../values/truth.ts'
import { UNKNOWN } from '../values/value.ts'
import { ConditionError } from './condition-error.ts'
import { refusing } from './refusing.ts'
import { isPromise, kindOf } from './kind-of.ts'
import { literalFault } from './literal-fault.ts'
import { ownDecorator, ownOperator, type NextOperator, type OwnDecorator } from './own-operator.ts'
import { pathSteps } from './path-steps.ts'
import { refuse } from './refuse.ts'

/** Truth of a condition over plain facts; undefined where a missing fact leaves it open. */
export type CompiledCondition = (facts: Readonly<Record<string, unknown>>) => Truth

export interface CompileConditionOptions {
  /** Named conditions, by name. */
  conditions?: Readonly<Record<string, unknown>>
  /** Operators of your own: only asked where both sides are known. They return true or false and nothing else. */
  operators?: Readonly<Record<string, (fact: never, value: never) => boolean>>
  /** Decorators of your own, asked under the same condition; `next` is the operator they wrap. */
  decorators?: Readonly<Record<string, (fact: never, value: never, next: NextOperator) => boolean>>
  /** Takes a missing fact for the value `undefined`, as the option of json-rules-engine does, and so decides always. */
  allowUndefinedFacts?: boolean
  /** Reads what a `path` leads to in a fact that is an object, instead of names and list positions. */
  pathResolver?: (value: object, path: string) => unknown
}

const DEPTH = 64
/** Leaves after named conditions are put in their places: each may be asked at every evaluation. */
const LEAVES = 10_000

/**
 * Compiles a json-rules-engine condition into a function: `all`, `any`, `not`, named conditions, the ten operators
 * and six decorators and any of your own, `value: { fact, path }`, and `path` of names and list positions. No `eval`,
 * nothing asynchronous. docs/json-rules-engine.md lists, point by point, what is the same there and what is not.
 * A fact that is absent (or `undefined`) is not known, and the answer is three-valued; `null` is a value.
 * Throws `ConditionError`, a `TypeError` with the place, for what the language does not have and for literals that make
 * a condition always false; the function throws it for facts that are a Date, a function or a Promise.
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
  readonly #operators: ReadonlyMap<string, NextOperator>
  readonly #decorators: ReadonlyMap<string, OwnDecorator>
  readonly #named = new Map<string, { compiled: CompiledCondition; leaves: number; levels: number }>()
  readonly #open: string[] = []
  #depth = 0
  /** The deepest that was reached. */
  #deepest = 0
  #leaves = 0

  constructor(options: CompileConditionOptions) {
    this.#options = options
    this.#operators = functionsIn<NextOperator>(options.operators, 'operators')
    this.#decorators = functionsIn<OwnDecorator>(options.decorators, 'decorators')
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
    if (kind === undefined && Object.hasOwn(condition, 'conditions')) refuse(at, 'whole-rule')
    if (kinds.length !== 1 || kind === undefined) refuse(at, 'not-one-kind', kinds)
    const item = condition[kind]
    if (kind === 'not') {
      const inner = this.condition(item, `${at}/not`)
      return (facts) => not(inner(facts))
    }
    if (kind === 'condition') return this.#reference(item, `${at}/condition`)
    return kind === 'fact' ? this.#leaf(condition, at) : this.#group(kind, item, `${at}/${kind}`)
  }

  #group(kind: 'all' | 'any', items: unknown, at: string): CompiledCondition {
    if (!Array.isArray(items) || items.length === 0) refuse(at, 'empty-group')
    return combine(
      kind,
      items.map((item, i) => this.condition(item, `${at}/${i}`)),
    )
  }

  #reference(name: unknown, at: string): CompiledCondition {
    const conditions = this.#options.conditions ?? {}
    if (typeof name !== 'string' || !Object.hasOwn(conditions, name)) refuse(at, 'unknown-condition')
    if (this.#open.includes(name)) refuse(at, 'circular-condition', [...this.#open, name])
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
    if (depth > DEPTH) refuse(at, 'too-deep', DEPTH)
    this.#deepest = Math.max(this.#deepest, depth)
  }

  #count(leaves: number, at: string): void {
    this.#leaves += leaves
    if (this.#leaves > LEAVES) refuse(at, 'too-many-leaves', LEAVES)
  }

  #leaf(leaf: Record<string, unknown>, at: string): CompiledCondition {
    this.#count(1, at)
    if (!Object.hasOwn(leaf, 'operator') || !Object.hasOwn(leaf, 'value')) refuse(at, 'incomplete-leaf')
    if (leaf['params'] !== undefined) refuse(`${at}/params`, 'params')
    const { value } = leaf
    const { fact, path, params } = reference(value) ?? {}
    if (params !== undefined) refuse(`${at}/value/params`, 'params')
    const operator = this.#operator(leaf['operator'], `${at}/operator`)
    const test = this.#test(operator, at)
    const left = this.#fact(leaf['fact'], leaf['path'], at)
    if (fact !== undefined) {
      const right = this.#fact(fact, path, `${at}/value`)
      return (facts) => test(left(facts), right(facts))
    }
    this.#checkLiteral(operator, value, `${at}/value`)
    return (facts) => test(left(facts), value as Comparable)
  }

  /** The decorators of an operator, the outermost first. Names of one's own may have colons in them. */
  #operator(written: unknown, at: string): Operator {
    if (typeof written !== 'string') return refuse(at, 'not-string')
    const decorators: string[] = []
    let rest = written
    while (!this.#operators.has(rest) && !Object.hasOwn(OPERATORS, rest)) {
      const colon = rest.indexOf(':')
      const decorator = rest.slice(0, Math.max(colon, 0))
      if (colon < 1) refuse(at, 'unknown-operator', rest, namesOf(OPERATORS, this.#operators))
      if (!this.#decorators.has(decorator) && !Object.hasOwn(DECORATORS, decorator))
        refuse(at, 'unknown-operator', decorator, namesOf(DECORATORS, this.#decorators))
      decorators.push(decorator)
      rest = rest.slice(colon + 1)
    }
    return { decorators, operator: rest }
  }

  #test({ decorators, operator }: Operator, at: string): Test {
    const own = this.#operators.get(operator)
    const name = operator as OperatorName
    const base = own ? ownOperator(operator, own, at) : refusing(name, OPERATORS[name], at)
    return decorators.reduceRight((next, decorator) => {
      const ownOne = this.#decorators.get(decorator)
      return ownOne ? ownDecorator(decorator, ownOne, at)(next) : DECORATORS[decorator as DecoratorName](next)
    }, base)
  }

  /** What decorators and operators of one's own make of a literal is theirs to say. */
  #checkLiteral({ decorators, operator }: Operator, literal: unknown, at: string): void {
    if (isPromise(literal)) refuse(at, 'unsettled-literal')
    const firstOwn = decorators.findIndex((name) => this.#decorators.has(name))
    const known = firstOwn < 0 ? decorators : decorators.slice(0, firstOwn)
    const isOwn = firstOwn >= 0 || this.#operators.has(operator)
    const isOfFact = !isOwn && EQUALITIES.has(operator) && decorators.every(isOfWhole)
    if (literal === undefined && isOfFact && !this.#options.allowUndefinedFacts) refuse(at, 'undefined-literal')
    const fault = literalFault(known as DecoratorName[], isOwn ? undefined : (operator as OperatorName), literal)
    if (fault) throw new ConditionError(at, fault)
  }

  #fact(fact: unknown, path: unknown, at: string): Read {
    if (typeof fact !== 'string' || fact === '') refuse(`${at}/fact`, 'no-fact-name')
    const missing = this.#options.allowUndefinedFacts ? undefined : UNKNOWN
    const follow = path === undefined || path === '' ? undefined : this.#follower(path, `${at}/path`)
    return (facts) => {
      const given = plainValue(Object.hasOwn(facts, fact) ? facts[fact] : undefined, fact, at)
      const value = follow === undefined || given === null ? given : plainValue(follow(given), fact, at)
      return value === undefined ? missing : value
    }
  }

  #follower(path: unknown, at: string): (value: unknown) => unknown {
    const { pathResolver } = this.#options
    if (pathResolver) {
      if (typeof path !== 'string') return refuse(at, 'not-string')
      return (value) => (typeof value === 'object' && value !== null ? pathResolver(value, path) : undefined)
    }
    const steps = pathSteps(path, at)
    return (value) => {
      // The properties of a text are those of its letters: only where a path arrives at one on its way.
      if (typeof value !== 'object') return undefined
      let found: unknown = value
      for (const step of steps) {
        if (found === undefined || found === null) break
        const hasSteps = typeof found === 'object' || typeof found === 'string'
        found = hasSteps && Object.hasOwn(found, step) ? (found as Record<string, unknown>)[step] : undefined
      }
      return found
    }
  }
}

interface Operator {
  decorators: readonly string[]
  operator: string
}

/** `{ fact, path }` on the value side; undefined for a literal. */
function reference(value: unknown): Record<string, unknown> | undefined {
  const names = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact')
  return names ? (value as Record<string, unknown>) : undefined
}

/** A value that would have to be called or awaited is refused: conditions read plain values. */
function plainValue(value: unknown, fact: string, at: string): Comparable {
  if (typeof value === 'function' || isPromise(value)) refuse(at, 'unsettled-fact', fact, kindOf(value))
  return value as Comparable
}

/** Functions of the caller's own, by name; `at` is the option that gives them. */
function functionsIn<F>(given: Readonly<Record<string, unknown>> = {}, at: string): ReadonlyMap<string, F> {
  for (const [name, own] of Object.entries(given))
    if (typeof own !== 'function') refuse(`${at}/${name}`, 'not-function', kindOf(own))
  return new Map(Object.entries(given) as [string, F][])
}

/** What asks for the value of a fact itself: that is never undefined, though an item of a list may be. */
const EQUALITIES: ReadonlySet<string> = new Set<OperatorName>(['equal', 'notEqual'])

function isOfWhole(decorator: string): boolean {
  return decorator === 'not' || decorator === 'swap'
}

function namesOf(known: object, own: ReadonlyMap<string, unknown>): string[] {
  return [...Object.keys(known), ...own.keys()]
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at, 'not-object')
  return value as Record<string, unknown>
}
