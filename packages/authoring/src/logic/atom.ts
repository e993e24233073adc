import type { Expression, LeafNode, Value } from '@tiaoli/engine/plan'
import { domainOf, type Domain } from './domain.ts'

/**
 * A leaf seen as a question about one variable: a fact, parameter or date compared with literals, or two of them
 * compared with each other.
 */
export interface Atom {
  /** Atoms with one key ask about one variable. */
  readonly variable: string
  /** Atoms with one key always have one answer. */
  readonly key: string
  /** The literals at which the answer can turn. */
  readonly literals: readonly Value[]
  readonly sides: readonly Expression[]
  readonly holds: (assignment: Assignment) => boolean
}

/** One way for the variable to be: its value, or the values of the two sides. */
export type Assignment = readonly [Value] | readonly [Value, Value]

export function atomOf(leaf: LeafNode): Atom {
  const { left, right, test, operator } = leaf
  if (right.kind === 'list' || right.kind === 'constant') {
    const literals = right.kind === 'list' ? right.values : [right.value]
    const side = right.kind === 'list' ? right.values : right.value
    const variable = variableName(left)
    const holds = ([value]: Assignment) => test(value, side) === true
    return { variable, key: JSON.stringify([variable, operator, side]), literals, sides: [left], holds }
  }
  const [first, second] = [variableName(left), variableName(right)]
  const turned = first > second
  return {
    variable: turned ? `${second}~${first}` : `${first}~${second}`,
    key: JSON.stringify([first, operator, second]),
    literals: [],
    sides: turned ? [right, left] : [left, right],
    holds: ([a, b]) => (turned ? test(b, a) : test(a, b)) === true,
  }
}

/** A superset of the ways in which the variable of some atoms can be, apart as far as the atoms tell them apart. */
export function assignmentsOf(atoms: readonly Atom[]): Assignment[] {
  const [left, right] = atoms[0]!.sides.map(domainOf)
  if (left && right) return sampleOrders(left, right, atoms[0]!.variable)
  const values = sampleValues(
    left!,
    atoms.flatMap(({ literals }) => literals),
  )
  return [...values, ...(left!.none ? [null] : [])].map((value) => [value])
}

/** Taken for every name that no literal mentions. */
const ANOTHER_NAME = '\u0000'

function sampleValues(domain: Domain, literals: readonly Value[]): Value[] {
  if (domain.kind === 'choice') return [...domain.values]
  if (domain.kind === 'name') return [...literals.filter((value) => typeof value === 'string'), ANOTHER_NAME]
  const { least, greatest } = domain
  const points = [...new Set(literals.filter((value) => typeof value === 'number'))]
  // Every literal, and one integer of each gap beside and between literals.
  const around = [...points, ...points.flatMap((point) => [point - 1, point + 1])]
  const inside = [...new Set(around)].filter((value) => value >= least && value <= greatest)
  if (inside.length > 0) return inside
  return [Number.isFinite(least) ? least : Number.isFinite(greatest) ? greatest : 0]
}

/** How two values can compare: before, equal, after, and either or both of them none. */
function sampleOrders(left: Domain, right: Domain, variable: string): Assignment[] {
  const [first, second] = variable.split('~')
  if (first === second) return [[0, 0], ...(left.none ? [[null, null] as const] : [])]
  return [
    [0, 1],
    [0, 0],
    [1, 0],
    ...(left.none ? [[null, 0] as const] : []),
    ...(right.none ? [[0, null] as const] : []),
    ...(left.none && right.none ? [[null, null] as const] : []),
  ]
}

/** Within one condition, all of one record, a name says which value is meant. */
function variableName(expression: Expression): string {
  if (expression.kind === 'fact') return expression.fact.name
  if (expression.kind === 'parameter') return expression.parameter.name
  if (expression.kind === 'context') return expression.name
  throw new TypeError(`a leaf of a pack compares names and literals, not ${expression.kind}`)
}
