import { parseOperator, testOf, type Comparable, type Test } from './values/operator.ts'
import type { Truth } from './values/truth.ts'
import { UNKNOWN } from './values/value.ts'

/** Truth of a condition over plain facts; undefined where a missing fact leaves it open. */
export type CompiledCondition = (facts: Readonly<Record<string, unknown>>) => Truth

export interface CompileConditionOptions {
  /** Named conditions, by name. */
  conditions?: Readonly<Record<string, unknown>>
  /** Operators of your own: only asked where both sides are known. */
  operators?: Readonly<Record<string, (fact: never, value: never) => boolean>>
}

const DEPTH = 64
/** Leaves after named conditions are put in their places: each may be asked at every evaluation. */
const LEAVES = 10_000

/**
 * Compiles a json-rules-engine condition into a function: `all`, `any`, `not`, named conditions, the ten operators
 * and six decorators, `value: { fact, path }` and dotted `path`. No `eval`, nothing asynchronous.
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
  readonly #named = new Map<string, { compiled: CompiledCondition; leaves: number }>()
  readonly #open: string[] = []
  #depth = 0
  #leaves = 0

  constructor(options: CompileConditionOptions) {
    this.#options = options
  }

  condition(condition: unknown, at: string): CompiledCondition {
    if (++this.#depth > DEPTH) fail(at, `is nested deeper than ${DEPTH} levels`)
    const compiled = this.#branch(objectAt(condition, at), at)
    this.#depth--
    return compiled
  }

  #branch(condition: Record<string, unknown>, at: string): CompiledCondition {
    const kinds = ['all', 'any', 'not', 'condition', 'fact'].filter((kind) => Object.hasOwn(condition, kind))
    const [kind] = kinds
    if (kinds.length !== 1 || kind === undefined)
      fail(at, `must have exactly one of all, any, not, condition, fact; it has ${kinds.join(', ') || 'none'}`)
    const item = condition[kind]
    if (kind === 'not') {
      const inner = this.condition(item, `${at}/not`)
      return (facts) => {
        const truth = inner(facts)
        return truth === undefined ? undefined : !truth
      }
    }
    if (kind === 'condition') return this.#reference(item, `${at}/condition`)
    return kind === 'fact' ? this.#leaf(condition, at) : this.#group(kind === 'any', item, `${at}/${kind}`)
  }

  #group(decisive: boolean, items: unknown, at: string): CompiledCondition {
    if (!Array.isArray(items) || items.length === 0) fail(at, 'must be a list with at least one condition')
    const children = items.map((item, i) => this.condition(item, `${at}/${i}`))
    return (facts) => {
      let open = false
      for (const child of children) {
        const truth = child(facts)
        if (truth === decisive) return decisive
        if (truth === undefined) open = true
      }
      return open ? undefined : !decisive
    }
  }

  #reference(name: unknown, at: string): CompiledCondition {
    const conditions = this.#options.conditions ?? {}
    if (typeof name !== 'string' || !Object.hasOwn(conditions, name)) fail(at, 'names no condition that was given')
    if (this.#open.includes(name)) fail(at, `leads back to itself: ${[...this.#open, name].join(' → ')}`)
    const known = this.#named.get(name)
    if (known) {
      this.#count(known.leaves, at)
      return known.compiled
    }
    const before = this.#leaves
    this.#open.push(name)
    const compiled = this.condition(conditions[name], `conditions/${name}`)
    this.#open.pop()
    this.#named.set(name, { compiled, leaves: this.#leaves - before })
    return compiled
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
    const left = readFact(leaf['fact'], leaf['path'], at)
    const { value } = leaf
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact')) {
      const { fact, path } = value as Record<string, unknown>
      const right = readFact(fact, path, `${at}/value`)
      return (facts) => test(left(facts), right(facts))
    }
    return (facts) => test(left(facts), value as Comparable)
  }

  #test(operator: unknown, at: string): Test {
    if (typeof operator !== 'string') return fail(at, 'must be a string')
    const parts = operator.split(':')
    const operators = this.#options.operators ?? {}
    const own = Object.hasOwn(operators, parts.at(-1)!) ? operators[parts.at(-1)!] : undefined
    const parsed = parseOperator(own ? [...parts.slice(0, -1), 'equal'].join(':') : operator)
    if ('unknown' in parsed) return fail(at, `has no "${parsed.unknown}"; there are ${parsed.known.join(', ')}`)
    if (!own) return testOf(parsed)
    const ask: Test = (fact, value) =>
      fact === UNKNOWN || value === UNKNOWN ? undefined : own(fact as never, value as never)
    return testOf(parsed, ask)
  }
}

function readFact(fact: unknown, path: unknown, at: string): Read {
  if (typeof fact !== 'string' || fact === '') fail(`${at}/fact`, 'must be the name of a fact')
  const steps = path === undefined ? [] : stepsOf(path, `${at}/path`)
  return (facts) => {
    let value: unknown = Object.hasOwn(facts, fact) ? facts[fact] : undefined
    for (const step of steps) {
      if (value === undefined || value === null) break
      value =
        typeof value === 'object' && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined
    }
    return value === undefined ? UNKNOWN : value
  }
}

/** `$.a.b` or `.a.b` or `a.b`: names and list positions only, so that no path can run code. */
function stepsOf(path: unknown, at: string): string[] {
  if (typeof path !== 'string' || !/^\$?\.?[A-Za-z_][\w-]*(\.[\w-]+)*$/.test(path))
    return fail(at, 'must be a dotted path such as $.address.city; JSONPath filters and scripts are not supported')
  return path.replace(/^\$?\.?/, '').split('.')
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(at, 'must be an object')
  return value as Record<string, unknown>
}

function fail(at: string, what: string): never {
  throw new TypeError(`condition ${at || '/'} ${what}`)
}
