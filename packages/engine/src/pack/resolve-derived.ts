import type { Derived, Fact, Given } from '../plan/fact.ts'
import type { Scope } from '../plan/scope.ts'
import { currencyOf, noneOf } from '../plan/describe.ts'
import { dependenciesOf } from '../plan/dependencies.ts'
import { UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'
import type { DerivedFact } from '../schema/facts-schema.ts'
import { resolveFormula } from './resolve-formula.ts'
import type { Resolver, Spot } from './resolver.ts'

export interface DerivedItem {
  name: string
  entry: DerivedFact
  pack: string
  spot: Spot
}

/**
 * How long a chain of derived facts may be, and how many levels their conditions and formulas may
 * have together, so that no stack overflows, neither here nor in evaluation.
 */
const HEIGHT = 200
const LEVELS = 1000

/** What a derived fact rests on. */
interface Height {
  /** Derived facts, each on the next. */
  steps: number
  /** Of conditions and formulas, those of all these facts together. */
  levels: number
}

/** A derived fact that is being resolved. */
interface Open {
  /** The greatest of what it names so far. */
  height: Height
  /** Levels from the first of what is open down to where this one is named. */
  level: number
  spot: Spot
}

const NOTHING: Height = { steps: 0, levels: 0 }

/**
 * Resolves the derived facts, each when it is first named, so that the order in the files does not matter.
 * Puts all facts into the resolver; a fact that cannot be resolved is left out, with diagnostics.
 */
export function resolveDerived(
  resolver: Resolver,
  items: readonly DerivedItem[],
  given: ReadonlyMap<string, Given>,
): Map<string, Fact> {
  const declared = new Map(
    items.filter(({ name, spot }) => resolver.define('fact', name, spot)).map((item) => [item.name, item]),
  )
  const facts = new Map<string, Fact>(given)
  const failed = new Set<string>()
  const open = new Map<string, Open>()
  const heights = new Map<string, Height>()
  /** Derived facts of each scope so far: their slots follow those of the given ones. */
  const counts = new Map<Scope, number>()

  const exceeds = ({ steps, levels }: Height, { name, spot }: DerivedItem): boolean => {
    if (steps > HEIGHT) resolver.report('derivation-too-long', spot, [name, HEIGHT])
    else if (levels > LEVELS) resolver.report('derivation-too-deep', spot, [name, LEVELS])
    else return false
    return true
  }

  const resolve = (item: DerivedItem, level: number): Fact | undefined => {
    const { name, entry, pack, spot } = item
    if (open.has(name)) {
      const names = [...open.keys()]
      resolver.report('reference-cycle', spot, [[...names.slice(names.indexOf(name)), name]])
      return undefined
    }
    if (exceeds({ steps: open.size + 1, levels: level }, item)) return undefined
    const scope = resolver.scope(name.split('.')[0]!, spot)
    if (!scope) return undefined
    const opened: Open = { height: NOTHING, level, spot }
    open.set(name, opened)
    // A fact that depends on the period can be named only where there is one.
    const formula = resolveFormula(resolver, entry, { scope, period: true, due: false }, spot)
    open.delete(name)
    const { steps, levels } = opened.height
    const height = { steps: steps + 1, levels }
    if (!formula || exceeds(height, item)) return undefined
    heights.set(name, height)
    const needs = dependenciesOf(formula)
    const fact: Derived = {
      kind: 'derived',
      name,
      label: entry.label,
      unit: entry.unit,
      none: noneOf(formula),
      values: undefined,
      currency: currencyOf(formula),
      type: formula.type,
      pack,
      scope,
      slot: scope.given.length + (counts.get(scope) ?? 0),
      mark: counts.get(scope) ?? 0,
      formula,
      varies: needs.period || needs.law,
      usesPeriod: needs.period,
    }
    return fact
  }

  resolver.factNames = () => [...given.keys(), ...declared.keys()]
  const named = (name: string, level: number): Fact | undefined => {
    const known = facts.get(name)
    const item = declared.get(name)
    if (known || !item) return known
    const fact = failed.has(name) ? undefined : resolve(item, level)
    if (fact) {
      facts.set(name, fact)
      counts.set(fact.scope, (counts.get(fact.scope) ?? 0) + 1)
    } else failed.add(name)
    return fact
  }
  resolver.factNamed = (name, spot) => {
    const by = [...open.values()].at(-1)
    if (!by) return named(name, 0)
    const levels = spot.depth - by.spot.depth
    const fact = named(name, by.level + levels)
    const height = heights.get(name) ?? NOTHING
    by.height = {
      steps: Math.max(by.height.steps, height.steps),
      levels: Math.max(by.height.levels, height.levels + levels),
    }
    return fact
  }
  for (const [name, { spot }] of declared) resolver.factNamed(name, spot)
  for (const scope of resolver.scopes.values()) {
    scope.slots = scope.given.length + (counts.get(scope) ?? 0)
    scope.blank = new Array<Value>(scope.slots).fill(UNKNOWN)
    for (const fact of scope.given)
      if (fact.absentIsNone) scope.blank[fact.slot] = null
      else if (!canBeNone(fact)) scope.blank[fact.slot] = UNKNOWN_BUT_CERTAIN
  }
  return facts
}

/** Null is declared, for the fact or a group around it, or comes with a future date. */
function canBeNone({ none, type, future }: Given): boolean {
  return none !== undefined || (type === 'date' && !future)
}
