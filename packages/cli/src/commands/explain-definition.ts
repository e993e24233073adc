import { describeClause, describeFact, describeRequirement, type Description } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { closestName } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { descriptionLines } from '../render/description-lines.ts'

/** Prints a requirement, a clause or a fact of a pack in plain words. */
export async function explainDefinition(
  context: Context,
  policy: Policy,
  id: string,
  json: boolean | undefined,
): Promise<void> {
  const description = describe(context, policy, id)
  if (!description) throw new Failure('noSuchPart', [id, closestName(id, definitionIds(policy))], EXIT.usage)
  if (json) await context.out.json(description)
  else await context.out.line(descriptionLines(context.out, description).join('\n'))
}

function describe({ language }: Context, policy: Policy, id: string): Description | undefined {
  return (
    describeRequirement(policy, id, language) ??
    describeClause(policy, id, language) ??
    describeFact(policy, id, language)
  )
}

function definitionIds({ plan }: Policy): string[] {
  const { requirements, clauses, facts } = plan
  return [...requirements.map(({ id }) => id), ...clauses.keys(), ...facts.keys()]
}
