import type { ConditionNode, Expression, Plan, Text } from '@tiaoli/engine'
import { describeCondition } from '../handbook/describe-condition.ts'
import { describeExpression } from '../handbook/describe-expression.ts'
import { inOneLine } from '../handbook/line.ts'
import type { Kind } from './catalogue.ts'

/** A condition or formula of a pack in words; undefined for what is neither. */
export function proseOf(plan: Plan, kind: Kind, id: string, field: string): Text | undefined {
  const [of = '', part] = id.split('/')
  if (kind === 'fact') {
    const fact = plan.facts.get(id)
    return fact?.kind === 'derived' && !DESCRIBING.has(field) ? expression(fact.formula) : undefined
  }
  const requirement = plan.requirements.find((other) => other.id === of)
  if (kind === 'exception') return condition(requirement?.unless.find(({ entry }) => entry.id === part)?.when, field)
  if (kind === 'note') return condition(requirement?.notes.find(({ entry }) => entry.id === part)?.when, field)
  if (kind !== 'requirement' || !requirement) return undefined
  if (field === 'applies' || field === 'requires') return condition(requirement[field], 'when')
  if (field === 'due' || field === 'achievedOn' || field === 'at') return expression(requirement[field])
  return undefined
}

const DESCRIBING = new Set(['label', 'unit', 'description'])

function condition(node: ConditionNode | undefined, field: string): Text | undefined {
  return node && field === 'when' ? inOneLine(describeCondition(node)) : undefined
}

function expression(node: Expression | undefined): Text | undefined {
  return node && inOneLine(describeExpression(node))
}
