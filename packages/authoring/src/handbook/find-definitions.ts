import type { Policy, Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'

/** A part of a pack that can be explained by its id. */
export interface FoundDefinition {
  kind: 'requirement' | 'clause' | 'fact' | 'parameter'
  id: string
  label: Text
}

/**
 * The requirements, clauses, facts and parameters in which all of the words occur, in Chinese or English, whatever
 * their case: first those that are called so, then those whose label has the words, then those whose other texts do.
 */
export function findDefinitions({ plan }: Policy, words: string): FoundDefinition[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found = definitionsOf(plan).flatMap(({ definition, texts }) => {
    const { id, label } = definition
    const names = [id, label.zh, label.en].map((name) => name.toLowerCase())
    const has = (searched: readonly string[]) => wanted.every((word) => searched.some((text) => text.includes(word)))
    if (names.includes(words.trim().toLowerCase())) return [{ definition, rank: 0 }]
    if (has(names)) return [{ definition, rank: 1 }]
    const others = texts.flatMap(({ zh, en }) => [zh.toLowerCase(), en.toLowerCase()])
    return has([...names, ...others]) ? [{ definition, rank: 2 }] : []
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ definition }) => definition)
}

/** Every definition with the texts in which it may be found, in addition to its label. */
function definitionsOf(plan: Plan): { definition: FoundDefinition; texts: readonly Text[] }[] {
  return [
    ...plan.requirements.map(({ id, title, remedy, notes, unless }) => ({
      definition: { kind: 'requirement' as const, id, label: textWithoutRecord(plan, title) },
      texts: [remedy, ...[...notes, ...unless].flatMap((part) => [part.text, part.remedy])].flatMap((template) =>
        template ? [textWithoutRecord(plan, template)] : [],
      ),
    })),
    ...[...plan.clauses.values()].map(({ reference, text, place }) => ({
      definition: { kind: 'clause' as const, id: reference, label: text },
      texts: place ? [place] : [],
    })),
    ...[...plan.facts.values()].map(({ name, label, none, values }) => ({
      definition: { kind: 'fact' as const, id: name, label },
      texts: [...(none ? [none] : []), ...(values?.values() ?? [])],
    })),
    ...[...plan.parameters].map(([id, { label, question, values }]) => ({
      definition: { kind: 'parameter' as const, id, label },
      texts: [...(question ? [textWithoutRecord(plan, question)] : []), ...(values?.values() ?? [])],
    })),
  ]
}
