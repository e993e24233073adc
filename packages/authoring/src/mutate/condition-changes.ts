import { OPPOSITES, type Condition } from '@tiaoli/engine/plan'
import { distinctLabels } from '../condition-labels.ts'
import { change, within, type Change } from './change.ts'
import { neighbours, otherValues } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** The operators that differ from one at the boundary alone. */
const BOUNDARY: Readonly<Record<string, string>> = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
}
const OPPOSITE: Readonly<Record<string, string>> = OPPOSITES

type Leaf = Extract<Condition, { fact: string }>

/** Every change of one place in a condition: operators, literals, polarity, and children dropped. */
export function conditionChanges(condition: Condition, names: ValueDomains): Change[] {
  if ('fact' in condition) return [...operatorChanges(condition), ...valueChanges(condition, names)]
  if ('condition' in condition) return [change('negated', { not: condition })]
  if ('not' in condition) return [change('affirmed', condition.not), ...childChanges('not', [condition.not], names)]
  const kind = 'all' in condition ? 'all' : 'any'
  const children = 'all' in condition ? condition.all : condition.any
  if (children.length === 1) return childChanges(kind, children, names)
  const other = kind === 'all' ? 'any' : 'all'
  const labels = distinctLabels(children)
  return [
    change(other, { [other]: children }),
    ...labels.map((label, i) => ({ at: [label], how: 'dropped', edits: [{ path: [kind, i], value: undefined }] })),
    ...childChanges(kind, children, names),
  ]
}

function childChanges(kind: 'all' | 'any' | 'not', children: readonly Condition[], names: ValueDomains): Change[] {
  const labels = distinctLabels(children)
  return children.flatMap((child, i) =>
    within([labels[i]!], kind === 'not' ? [kind] : [kind, i], conditionChanges(child, names)),
  )
}

function operatorChanges({ operator }: Leaf): Change[] {
  const parts = operator.split(':')
  const base = parts.pop()!
  const decorators = parts.map((part) => `${part}:`).join('')
  const turned = [BOUNDARY[base], OPPOSITE[base]].filter((other) => other !== undefined)
  return [
    ...turned.map((other) => `${decorators}${other}`),
    ...(parts[0] === 'not' ? [operator.replace(/^not:/, '')] : []),
  ].map((other) => change(`operator:${other}`, other, ['operator']))
}

function valueChanges({ fact, value }: Leaf, names: ValueDomains): Change[] {
  const about = names(fact)
  if (Array.isArray(value)) {
    const added = about.type === 'enum' ? otherValues(value, about.values) : []
    return [
      ...(value.length > 1 ? value.map((item, i) => change(`without:${item}`, undefined, ['value', i])) : []),
      ...added.map((item) => change(`with:${item}`, [...value, item], ['value'])),
    ]
  }
  // The opposite operator already stands for the other truth value.
  if (typeof value === 'object' || typeof value === 'boolean') return []
  return neighbours(value, about).map((next) => change(`value:${next}`, next, ['value']))
}
