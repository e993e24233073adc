import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

/** What the values are called that texts of the rules show in braces: {asOf} is the day of the evaluation. */
export function placeholderNames(plan: Plan): (name: string) => Text | undefined {
  const shown = new Map(
    plan.requirements
      .flatMap(({ title, problem, remedy, unless, notes }) => [
        title,
        problem,
        remedy,
        ...[...unless, ...notes].flatMap(({ text, remedy: own }) => [text, own]),
      ])
      .flatMap((text) => text?.placeholders ?? [])
      .map(({ name, described }) => [name, described.label]),
  )
  return (name) =>
    shown.get(name) ?? plan.facts.get(name)?.label ?? plan.parameters.get(name.replace(/^parameters\./, ''))?.label
}

const IN_BRACES = /\{([^{}]+)\}/g

/** Each value that a text shows, once. */
export function placeholdersIn(words: string): string[] {
  return [...new Set([...words.matchAll(IN_BRACES)].map(([, name]) => name!.trim()))]
}

/** The text with what its values are called in place of each. */
export function withNames(words: string, named: (name: string) => string | undefined): string {
  return words.replaceAll(IN_BRACES, (braces, name: string) => {
    const label = named(name.trim())
    return label === undefined ? braces : `〔${label}〕`
  })
}
