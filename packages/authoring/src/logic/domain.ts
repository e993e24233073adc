import type { Expression, Fact } from '@tiaoli/engine/plan'

/** A superset of the values that an expression can have once everything is known. Numbers are all integers. */
export type Domain = { none: boolean } & (
  | { kind: 'choice'; values: readonly (string | boolean)[] }
  | { kind: 'number'; least: number; greatest: number }
  | { kind: 'name' }
)

const BOOLEANS = [true, false]

/** What is certain of an expression's values: types, labels of enums and constant bounds; never too little. */
export function domainOf(expression: Expression): Domain {
  if (expression.kind === 'parameter') {
    const { type, values, entry } = expression.parameter
    const counted = type === 'integer' || type === 'money'
    return typeDomain(type, values, false, counted ? entry.min : undefined, counted ? entry.max : undefined)
  }
  if (expression.kind === 'fact') {
    const { fact, route } = expression
    const mayEndNowhere = route.steps.some(({ kind }) => kind !== 'up')
    const domain = factDomain(fact)
    return mayEndNowhere ? { ...domain, none: true } : domain
  }
  if (expression.kind === 'constant' && typeof expression.value === 'number')
    return { kind: 'number', none: false, least: expression.value, greatest: expression.value }
  if (expression.kind === 'when') return { kind: 'choice', none: false, values: BOOLEANS }
  if (expression.kind === 'aggregate' && expression.name === 'count')
    return { kind: 'number', none: true, least: 0, greatest: Infinity }
  return typeDomain(expression.type, undefined, true)
}

function factDomain(fact: Fact): Domain {
  if (fact.kind === 'derived') return domainOf(fact.formula)
  const none = fact.none !== undefined || (fact.type === 'date' && !fact.future)
  const exact = constantBound(fact.equals)
  return typeDomain(fact.type, fact.values, none, exact ?? constantBound(fact.min), exact ?? constantBound(fact.max))
}

function constantBound(bound: Expression | undefined): number | undefined {
  return bound?.kind === 'constant' && typeof bound.value === 'number' ? bound.value : undefined
}

function typeDomain(
  type: Expression['type'],
  values: ReadonlyMap<string, unknown> | undefined,
  none: boolean,
  least = -Infinity,
  greatest = Infinity,
): Domain {
  if (type === 'boolean') return { kind: 'choice', none, values: BOOLEANS }
  if (type === 'enum' && values) return { kind: 'choice', none, values: [...values.keys()] }
  if (type === 'id' || type === 'text' || type === 'reference' || type === 'enum') return { kind: 'name', none }
  return { kind: 'number', none, least, greatest }
}
