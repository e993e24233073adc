import { describeDefinition, findDefinitions, type FoundDefinition } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { closestName } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { descriptionLines } from '../render/description-lines.ts'

/**
 * Prints a requirement, clause, fact or parameter in plain words, found by its id, by what it is called, or by words
 * that occur in no other; and otherwise a list of those in which the words occur.
 */
export async function explainDefinition(
  context: Context,
  policy: Policy,
  words: string,
  json: boolean | undefined,
): Promise<void> {
  const { out, language } = context
  const found = findDefinitions(policy, words)
  const called = found.filter(({ label }) => Object.values(label).includes(words))
  const [first, ...others] = called.length === 1 ? called : found
  const only = first && others.length === 0 ? first.id : words
  const description = describeDefinition(policy, words, language) ?? describeDefinition(policy, only, language)
  if (description) return json ? out.json(description) : out.line(descriptionLines(out, description).join('\n'))
  if (!first) throw new Failure('unknownDefinition', [words], closestName(words, definitionIds(policy)))
  if (json) return out.json({ found })
  await out.line(foundLines(context, words, found).join('\n'))
}

function foundLines({ out, texts, language }: Context, words: string, found: readonly FoundDefinition[]): string[] {
  return [
    texts.explain.found(words, found.length),
    ...found.map(
      ({ kind, id, label }) =>
        `  ${out.paint('dim', texts.explain.kinds[kind])} ${id}  ${label[language].replaceAll('\n', ' ')}`,
    ),
  ]
}

function definitionIds({ plan }: Policy): string[] {
  const { requirements, clauses, facts, parameters } = plan
  return [...requirements.map(({ id }) => id), ...clauses.keys(), ...facts.keys(), ...parameters.keys()]
}
