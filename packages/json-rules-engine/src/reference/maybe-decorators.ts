import { Unknown, type Value } from '@tiaoli/engine/plan'
import type { Engine } from 'json-rules-engine'

type Side = Value | readonly Value[]
type Next = (fact: Side, value: Side) => boolean

/** Equals nothing and has no order: any other value, or for an order operator no value. */
const OTHER = Number.NaN

/**
 * Registers the decorators `maybe:`, for operators that tell values apart, and `maybeOrdered:`, for those that order
 * them. Each asks the stock operator about every kind of value that an unknown side can turn out to be; where its
 * answers differ, the comparison is open and comes out as `unknownIs`.
 */
export function addMaybeDecorators(engine: Engine, unknownIs: boolean): void {
  const decorate = (name: string, valuesOf: (side: Side, other: Side) => readonly Side[]) =>
    engine.addOperatorDecorator(name, (fact: Side, value: Side, next: Next) => {
      const facts = valuesOf(fact, value)
      const values = valuesOf(value, fact)
      const first = next(facts[0]!, values[0]!)
      return facts.every((a) => values.every((b) => next(a, b) === first)) ? first : unknownIs
    })
  decorate('maybe', distinct)
  decorate('maybeOrdered', extremes)
}

/** Another value than the one on the other side, that very one where it can be, and none where it may be. */
function distinct(side: Side, other: Side): readonly Side[] {
  if (!(side instanceof Unknown)) return [side]
  const others = isList(other) ? other : [other]
  return [OTHER, ...(side.certain ? [] : [null]), ...others.flatMap((value) => shared(side, value))]
}

function shared(side: Unknown, other: Value): readonly Value[] {
  if (other === null) return [] // `certain` says whether it can be none
  if (other instanceof Unknown) {
    const least = Math.max(side.least, other.least)
    return least <= Math.min(side.greatest, other.greatest) ? [least] : []
  }
  return typeof other !== 'number' || (side.least <= other && other <= side.greatest) ? [other] : []
}

/** Both ends, since every order is monotone. None is in no order, though stock says that 5 is greater. */
function extremes(side: Side): readonly Side[] {
  if (side instanceof Unknown) return [side.least, side.greatest, ...(side.certain ? [] : [OTHER])]
  return [side ?? OTHER]
}

function isList(side: Side): side is readonly Value[] {
  return Array.isArray(side)
}
