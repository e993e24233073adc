import type { Policy } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { describeClause } from './describe-clause.ts'
import { describeFact } from './describe-fact.ts'
import { describeParameter } from './describe-parameter.ts'
import { describeRequirement } from './describe-requirement.ts'
import type { Description } from './description.ts'

/** The requirement, clause, fact or parameter with an id in plain words; undefined if nothing has that id. */
export function describeDefinition(policy: Policy, id: string, language: Language): Description | undefined {
  return (
    describeRequirement(policy, id, language) ??
    describeClause(policy, id, language) ??
    describeFact(policy, id, language) ??
    describeParameter(policy, id, language)
  )
}
