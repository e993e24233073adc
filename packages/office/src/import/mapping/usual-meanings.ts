import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'

type Words = NonNullable<ImportColumn['words']>
type Named = Pick<ImportColumn, 'fact' | 'record'>

/** What words mean in a column, by those of the pack that give the same, or another fact with the same values. */
export function usualWords(plan: Plan, { fact, record }: Named): Words {
  const all = [...plan.imports.values()].flatMap(({ tables }) => tables.flatMap(({ columns = [] }) => columns))
  if (record !== undefined) return agreed(all.filter((one) => one.record === record).map(({ words = {} }) => words))
  if (fact === undefined) return {}
  const own = agreed(all.filter((one) => one.fact === fact).map(({ words = {} }) => words))
  const values = valuesOf(plan, fact)
  if (!values) return own
  const alike = all.filter((one) => one.fact !== fact && one.fact !== undefined && valuesOf(plan, one.fact) === values)
  return { ...agreed(alike.map(({ words = {} }) => plainWords(words))), ...own }
}

/** Values of the fact itself, and not what is also so. */
function plainWords(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([, meaning]) => typeof meaning === 'string'))
}

/** The values of a choice with their labels, as a text. */
function valuesOf({ scopes }: Plan, fact: string): string | undefined {
  const part = ledgerPart(scopes, fact)
  return part?.kind === 'fact' && part.fact.values ? JSON.stringify([...part.fact.values]) : undefined
}

/** The words that mean the same wherever they stand. */
function agreed(said: readonly Words[]): Words {
  const meanings = new Map<string, Set<string>>()
  for (const words of said)
    for (const [word, meaning] of Object.entries(words))
      meanings.set(word, (meanings.get(word) ?? new Set()).add(JSON.stringify(meaning)))
  return Object.fromEntries(
    [...meanings].flatMap(([word, all]) => (all.size === 1 ? [[word, JSON.parse([...all][0]!) as Words[string]]] : [])),
  )
}
