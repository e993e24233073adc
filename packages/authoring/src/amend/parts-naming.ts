import type { Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'

/** What of a pack has a name in its own words, by ids. */
export interface NamingParts {
  /** Bodies that are called so, or by it. */
  readonly bodies: readonly { readonly id: string; readonly label: Text }[]
  /** Requirements of which the title or another text has it. */
  readonly requirements: readonly string[]
  readonly parameters: readonly string[]
  readonly facts: readonly string[]
}

/** What an attestation says beside its value has the same label. */
const OF_ATTESTATION = /\.(?:attestedOn|attestedBy|evidenceRef)$/u

/** What of a pack, and of those it uses, has one of some names in its own words: quotations of clauses apart. */
export function partsNaming(plan: Plan, names: readonly string[]): NamingParts {
  const has = (text: Text | undefined) =>
    text !== undefined && names.some((name) => text.zh.includes(name) || text.en.includes(name))
  return {
    bodies: [...plan.bodies].flatMap(([id, label]) => (has(label) ? [{ id, label }] : [])),
    requirements: plan.requirements.flatMap(({ id, title, problem, remedy, unless, notes }) => {
      const texts = [title, problem, remedy, ...[...unless, ...notes].flatMap((part) => [part.text, part.remedy])]
      return texts.some((text) => text && has(textWithoutRecord(plan, text))) ? [id] : []
    }),
    parameters: [...plan.parameters].flatMap(([id, { label, question }]) =>
      has(label) || (question && has(textWithoutRecord(plan, question))) ? [id] : [],
    ),
    facts: [...plan.facts].flatMap(([id, { label }]) => (has(label) && !OF_ATTESTATION.test(id) ? [id] : [])),
  }
}
