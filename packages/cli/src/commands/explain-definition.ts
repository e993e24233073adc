import { describeClause, describeFact, describeRequirement, type Description } from '@tiaoli/authoring'
import { closestName, type Plan, type Policy } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { descriptionLines } from '../render/description-lines.ts'

/** Prints a requirement, a clause or a fact of a pack in plain words. */
export async function explainDefinition(
  context: Context,
  { plan }: Policy,
  id: string,
  json: boolean | undefined,
): Promise<void> {
  const description = describe(context, plan, id)
  if (!description) throw new Failure('noSuchPart', [id, closestName(id, definitionIds(plan))], EXIT.usage)
  if (json) await context.out.json(description)
  else await context.out.line(descriptionLines(context.out, description).join('\n'))
}

function describe({ language }: Context, plan: Plan, id: string): Description | undefined {
  return (
    describeRequirement(plan, id, language) ?? describeClause(plan, id, language) ?? describeFact(plan, id, language)
  )
}

function definitionIds({ requirements, clauses, facts }: Plan): string[] {
  return [...requirements.map(({ id }) => id), ...clauses.keys(), ...facts.keys()]
}
