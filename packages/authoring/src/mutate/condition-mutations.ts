import { OPPOSITES, isOrder, parseOperator, type Condition, type OrderName } from '@tiaoli/engine/plan'
import { distinctLabels } from '../condition-labels.ts'
import { mutation, within, type Mutation } from './mutation.ts'
import { neighbours, otherValues } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** The operators that differ from one at the boundary alone. */
const BOUNDARY: Readonly<Record<OrderName, OrderName>> = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
}

type Leaf = Extract<Condition, { fact: string }>

/** Every mutation of one place in a condition: operators, literals, polarity, and children dropped. */
export function conditionMutations(condition: Condition, names: ValueDomains): Mutation[] {
  if ('fact' in condition) return [...operatorMutations(condition), ...valueMutations(condition, names)]
  if ('condition' in condition) return [mutation('negated', { not: condition })]
  if ('not' in condition) return [mutation('affirmed', condition.not), ...childMutations('not', [condition.not], names)]
  const kind = 'all' in condition ? 'all' : 'any'
  const children = 'all' in condition ? condition.all : condition.any
  if (children.length === 1) return childMutations(kind, children, names)
  const other = kind === 'all' ? 'any' : 'all'
  const labels = distinctLabels(children)
  return [
    mutation(other, { [other]: children }),
    ...labels.map((label, i) => ({ at: [label], how: 'dropped', edits: [{ path: [kind, i], value: undefined }] })),
    ...childMutations(kind, children, names),
  ]
}

function childMutations(kind: 'all' | 'any' | 'not', children: readonly Condition[], names: ValueDomains): Mutation[] {
  const labels = distinctLabels(children)
  return children.flatMap((child, i) =>
    within([labels[i]!], kind === 'not' ? [kind] : [kind, i], conditionMutations(child, names)),
  )
}

function operatorMutations({ operator }: Leaf): Mutation[] {
  const parsed = parseOperator(operator)
  if ('unknown' in parsed) return []
  const { decorators, operator: base } = parsed
  const others = [...(isOrder(base) ? [BOUNDARY[base]] : []), OPPOSITES[base]]
  return [
    ...others.map((other) => [...decorators, other].join(':')),
    ...(decorators[0] === 'not' ? [operator.replace(/^not:/, '')] : []),
  ].map((other) => mutation(`operator:${other}`, other, ['operator']))
}

function valueMutations({ fact, value }: Leaf, names: ValueDomains): Mutation[] {
  const about = names(fact)
  if (Array.isArray(value)) {
    const added = about.type === 'enum' ? otherValues(value, about.values) : []
    return [
      ...(value.length > 1 ? value.map((item, i) => mutation(`without:${item}`, undefined, ['value', i])) : []),
      ...added.map((item) => mutation(`with:${item}`, [...value, item], ['value'])),
    ]
  }
  // The opposite operator already gives the other truth value.
  if (typeof value === 'object' || typeof value === 'boolean') return []
  return neighbours(value, about).map((next) => mutation(`value:${next}`, next, ['value']))
}
