import { everythingIn, type Fact, type LeafNode, type Plan } from '@tiaoli/engine/plan'
import { compileCondition } from '@tiaoli/engine/condition'
import { writtenCondition } from './written-condition.ts'

/**
 * What a leaf about an enum says of the values that the fact can keep: a check on this fact alone may make it unknown
 * for others. Undefined where the leaf is about something else.
 */
export function saidOfKeptValues({ checks }: Plan, leaf: LeafNode): boolean[] | undefined {
  const { left, right } = leaf
  if (left.kind !== 'fact' || left.fact.type !== 'enum' || (right.kind !== 'constant' && right.kind !== 'list'))
    return undefined
  const { fact } = left
  const rules = checks.flatMap((check) => ('holds' in check && isAbout(check, fact) ? [check.holds] : []))
  const holds = rules.map((rule) => compileCondition(writtenCondition(rule)))
  const said = compileCondition(writtenCondition(leaf))
  return [...(fact.values?.keys() ?? [])]
    .map((value) => ({ [fact.name]: value }))
    .filter((facts) => holds.every((rule) => rule(facts) !== false))
    .map((facts) => said(facts) === true)
}

function isAbout({ holds, taints }: Extract<Plan['checks'][number], { holds: object }>, fact: Fact): boolean {
  const named = [...everythingIn([holds])].flatMap((node) => (node.kind === 'fact' ? [node.fact] : []))
  return named.every((other) => other === fact) && taints.some(({ name }) => name === fact.name)
}
