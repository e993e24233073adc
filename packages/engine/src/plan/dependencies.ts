import type { AggregateExpression } from './expression.ts'
import { scopesBelow } from './scope.ts'
import { partsOf, type Node } from './walk.ts'

/** What a formula depends on in addition to the ledger. */
export interface Dependencies {
  period: boolean
  /** The law in force: a parameter, whose value may change with time; or which years may count: see `unwrittenYears`. */
  law: boolean
}

/** Derived facts carry their own needs, so nothing is walked twice. */
export function dependenciesOf(node: Node): Dependencies {
  const needs = partsOf(node).map(dependenciesOf)
  if (node.kind === 'parameter') needs.push({ period: false, law: true })
  if (node.kind === 'context') needs.push({ period: node.name.startsWith('period.'), law: node.name === 'at' })
  if (node.kind === 'aggregate' && passesYears(node)) needs.push({ period: false, law: true })
  if (node.kind === 'fact') {
    needs.push({ period: node.route.steps.some((step) => step.kind === 'period'), law: false })
    if (node.fact.kind === 'derived') needs.push({ period: node.fact.usesPeriod, law: node.fact.varies })
  }
  return { period: needs.some(({ period }) => period), law: needs.some(({ law }) => law) }
}

/** Whether a formula goes over records of years or below them. */
export function passesYears({ from, over, by }: AggregateExpression): boolean {
  return !by && scopesBelow(from, over).some(({ keyed }) => keyed)
}
