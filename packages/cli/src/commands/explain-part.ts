import { describeClause, describeFact, describeRequirement, type Description } from '@tiaoli/authoring'
import { closestName, type Plan } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { descriptionLines } from '../render/description.ts'

/** What a requirement, a clause or a fact of a pack says, in plain words. */
export async function explainPart(context: Context, plan: Plan, id: string, json: boolean | undefined): Promise<void> {
  const description = describe(context, plan, id)
  if (!description) throw new Failure('noSuchPart', [id, closestName(id, namesIn(plan))], EXIT.usage)
  if (json) await context.out.json(description)
  else await context.out.line(descriptionLines(context.out, description).join('\n'))
}

function describe({ language }: Context, plan: Plan, id: string): Description | undefined {
  return (
    describeRequirement(plan, id, language) ?? describeClause(plan, id, language) ?? describeFact(plan, id, language)
  )
}

function namesIn({ requirements, clauses, facts }: Plan): string[] {
  return [...requirements.map(({ id }) => id), ...clauses.keys(), ...facts.keys()]
}
