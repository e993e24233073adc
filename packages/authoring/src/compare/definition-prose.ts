import type { Text } from '@tiaoli/engine'
import type { ConditionNode, Expression, Plan } from '@tiaoli/engine/plan'
import { describeCondition } from '../handbook/describe-condition.ts'
import { describeExpression } from '../handbook/describe-expression.ts'
import { inOneLine } from '../handbook/line.ts'
import { isPartOf } from '../part-forms.ts'
import type { DefinitionKind } from './definitions.ts'

/** A condition or formula of a pack in words; undefined for what is neither. */
export function definitionProse(plan: Plan, kind: DefinitionKind, id: string, field: string): Text | undefined {
  const [of = '', part] = id.split('/')
  if (kind === 'fact') {
    const fact = plan.facts.get(id)
    return fact?.kind === 'derived' && !LABEL_FIELDS.has(field) ? expressionProse(fact.formula) : undefined
  }
  const requirement = plan.requirements.find((other) => other.id === of)
  if (kind === 'exception')
    return conditionProse(requirement?.unless.find(({ entry }) => entry.id === part)?.when, field)
  if (kind === 'note') return conditionProse(requirement?.notes.find(({ entry }) => entry.id === part)?.when, field)
  if (kind !== 'requirement' || !requirement) return undefined
  if (isPartOf('condition', field)) return conditionProse(requirement[field], 'when')
  if (isPartOf('formula', field)) return expressionProse(requirement[field])
  return undefined
}

const LABEL_FIELDS = new Set(['label', 'unit', 'description'])

function conditionProse(node: ConditionNode | undefined, field: string): Text | undefined {
  return node && field === 'when' ? inOneLine(describeCondition(node)) : undefined
}

function expressionProse(node: Expression | undefined): Text | undefined {
  return node && inOneLine(describeExpression(node))
}
