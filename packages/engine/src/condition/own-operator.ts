import type { Comparable, Test } from '../values/operator.ts'
import { UNKNOWN } from '../values/value.ts'
import { kindOf } from './kind-of.ts'
import { refuse } from './refuse.ts'

export type NextOperator = (fact: unknown, value: unknown) => boolean
export type OwnDecorator = (fact: unknown, value: unknown, next: NextOperator) => boolean

/** An operator of one's own at a place of a condition. It knows nothing of unknown sides, so it is not asked for them. */
export function ownOperator(name: string, own: NextOperator, at: string): Test {
  return (fact, value) =>
    fact === UNKNOWN || value === UNKNOWN ? undefined : answer(own(fact, value), 'operator', name, at)
}

/** The same for a decorator of one's own. */
export function ownDecorator(name: string, own: OwnDecorator, at: string): (next: Test) => Test {
  return (next) => (fact, value) => {
    if (fact === UNKNOWN || value === UNKNOWN) return undefined
    const decorated = own(fact, value, (a, b) => next(a as Comparable, b as Comparable) === true)
    return answer(decorated, 'decorator', name, at)
  }
}

/** What is true or false to JavaScript may be the opposite of what its author means: 0 is where a text was found. */
function answer(given: unknown, sort: 'operator' | 'decorator', name: string, at: string): boolean {
  return typeof given === 'boolean' ? given : refuse(at, 'no-truth', sort, name, kindOf(given))
}
