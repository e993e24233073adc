import { isDate } from 'node:util/types'
import type { Facts, Setting } from './point.ts'
import { stock } from './stock.ts'

/** What stock json-rules-engine finds with the divergences that docs/json-rules-engine.md lists built into it. */
export async function documentedStock(conditions: unknown, facts: Facts, own: Setting): Promise<boolean | 'throws'> {
  const setting: Setting = {
    allowUndefinedFacts: true,
    operators: { ...OPERATORS, ...strict(own.operators) },
    decorators: { ...DECORATORS, ...strict(own.decorators) },
    pathResolver,
  }
  try {
    return await stock({ all: [conditions] }, Object.fromEntries(Object.entries(facts).map(plain)), setting)
  } catch (error) {
    if (error instanceof Unlisted) throw error
    return 'throws'
  }
}

/** A difference from stock that none of the divergences lists. */
class Unlisted extends Error {}

type Compared = (a: never, b: never) => boolean
type Decorated = (a: never, b: never, next: (a: unknown, b: unknown) => boolean) => boolean

/** Of one's own: true or false and nothing else. */
function strict<F extends Compared | Decorated>(own: Readonly<Record<string, F>> = {}): Record<string, F> {
  return Object.fromEntries(
    Object.entries(own).map(([name, call]) => [
      name,
      ((...sides: Parameters<F>) => {
        const answer: unknown = Reflect.apply(call, undefined, sides)
        if (typeof answer !== 'boolean') throw new TypeError(name)
        return answer
      }) as F,
    ]),
  )
}

/** A fact that stock would call or await. */
function isUnsettled(value: unknown): boolean {
  return typeof value === 'function' || (isObject(value) && typeof Reflect.get(value, 'then') === 'function')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function plain([name, value]: [string, unknown]): [string, unknown] {
  return [name, isUnsettled(value) ? () => Promise.reject(new TypeError(name)) : value]
}

const STEP = /[^.[\]'$]+/g

/** Plain steps, of which null ends the way as null, and an empty text has a length. */
function pathResolver(value: object, path: string): unknown {
  let found: unknown = value
  for (const step of path.match(STEP) ?? []) {
    if (found === null) return null
    if (typeof found !== 'string' && typeof found !== 'object') return undefined
    found =
      found !== undefined && Object.hasOwn(Object(found) as object, step)
        ? Reflect.get(Object(found) as object, step)
        : undefined
  }
  if (isUnsettled(found)) throw new TypeError(path)
  return found
}

function settled(...sides: readonly unknown[]): void {
  for (const side of sides.flatMap((item) => (Array.isArray(item) ? [item, ...(item as unknown[])] : [item])))
    if (isDate(side) || isUnsettled(side)) throw new TypeError('side')
}

function same(compare: (a: unknown, b: unknown) => boolean): Compared {
  return (a: unknown, b: unknown) => {
    settled(a, b)
    return compare(a, b)
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}/
const isDayText = (text: unknown) => typeof text === 'string' && DAY.test(text) && !text.startsWith('2019-02-30')
const isDay = (text: unknown) => isDayText(text) && (text as string).length === 10
const isNumeric = (side: unknown) => typeof side === 'number' || typeof side === 'bigint'

function order(compare: (a: never, b: never) => boolean): Compared {
  return same((a, b) => {
    if (typeof a === 'string' && typeof b === 'string') {
      for (const side of [a, b]) if (isDayText(side) && !isDay(side)) throw new TypeError('timestamp')
      return isDay(a) && isDay(b) && compare(a as never, b as never)
    }
    const documented = isNumeric(a) && isNumeric(b) && compare(a as never, b as never)
    if (!isListed(a, b) && documented !== (!Number.isNaN(parseFloat(String(a))) && compare(a as never, b as never)))
      throw new Unlisted(`${String(a)} and ${String(b)}`)
    return documented
  })
}

/** Sides in whose order a divergence is listed. */
function isListed(a: unknown, b: unknown): boolean {
  const isUnordered = (side: unknown) => ['string', 'object', 'symbol'].includes(typeof side)
  return (isUnordered(a) && a !== null) || isUnordered(b) || typeof b === 'boolean'
}

const has = (list: unknown, item: unknown) => Array.isArray(list) && list.indexOf(item) > -1

const OPERATORS: Record<string, Compared> = {
  equal: same((a, b) => a === b),
  notEqual: same((a, b) => a !== b),
  in: same((a, b) => has(b, a)),
  notIn: same((a, b) => !has(b, a)),
  contains: same((a, b) => has(a, b)),
  doesNotContain: same((a, b) => Array.isArray(a) && !has(a, b)),
  lessThan: order((a, b) => a < b),
  lessThanInclusive: order((a, b) => a <= b),
  greaterThan: order((a, b) => a > b),
  greaterThanInclusive: order((a, b) => a >= b),
}

const DECORATORS: Record<string, Decorated> = {
  someValue: (fact, value: unknown, next) => Array.isArray(value) && value.some((item) => next(fact, item)),
  everyValue: (fact, value: unknown, next) => Array.isArray(value) && value.every((item) => next(fact, item)),
}
