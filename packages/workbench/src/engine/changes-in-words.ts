import type { RuleChange } from '@tiaoli/authoring'
import type { Policy, Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { addedValues, numberInWords } from './numbers-in-words.ts'

/** What changes of the rules, by the names of things: numbers as they are over time, the rest as `tiaoli compare` says it. */
export function changesInWords(before: Policy, after: Policy, changes: readonly RuleChange[]): Text[] {
  return changesBySource(before, after, changes).map(({ text }) => text)
}

/** The same, with the id of the document that each rests on, where it says one. */
export function changesBySource(before: Policy, after: Policy, changes: readonly RuleChange[]): ToldChange[] {
  const parameters = new Set(changes.flatMap((change) => parameterOf(change) ?? []))
  const others = changes.filter((change) => parameterOf(change) === undefined && !isBookkeeping(change))
  return [
    ...[...parameters].flatMap((id) => {
      const [document] = addedValues(before.plan, after.plan, id).flatMap((value) => documentCited(after.plan, value))
      return numberInWords(before.plan, after.plan, id).map((text) => ({ text, document }))
    }),
    ...others.map((change) => ({
      text: byName(change, before.plan, after.plan),
      document: documentBehind(after.plan, change),
    })),
  ]
}

export interface ToldChange {
  readonly text: Text
  readonly document: string | undefined
}

/** Of these there is one for each change that somebody makes; documents, clauses and items to fill in come along with them. */
const OF_THEIR_OWN: ReadonlySet<RuleChange['kind']> = new Set(['requirement', 'exception', 'note'])

/** How many changes somebody has made: numbers, requirements and exceptions, or all others where nothing of these was changed. */
export function changesOfTheirOwn(changes: readonly RuleChange[]): number {
  const of = (kept: readonly RuleChange[]) => new Set(kept.map(({ kind, id }) => `${kind} ${id}`)).size
  const numbers = new Set(changes.flatMap((change) => parameterOf(change) ?? [])).size
  const others = changes.filter((change) => parameterOf(change) === undefined && !isBookkeeping(change))
  return numbers + of(others.filter(({ kind }) => OF_THEIR_OWN.has(kind))) || of(others)
}

interface Citing {
  readonly clauses?: readonly string[] | undefined
}

function documentCited({ clauses }: Plan, { clauses: cited = [] }: Citing): string[] {
  return cited.flatMap((reference) => clauses.get(reference)?.document.id ?? [])
}

/** The document that something which is new or changed rests on first; of what is filled in, that of the requirement that asks it. */
function documentBehind(plan: Plan, { kind, id, field, text }: RuleChange): string | undefined {
  // It is told by what a later document does, with its name.
  if (field === 'laterDocuments')
    return [...plan.documents.values()].reverse().find(({ entry: { title } }) => text.zh.includes(`《${title.zh}》`))
      ?.id
  const [first = '', part] = id.split('/')
  const requirement = plan.requirements.find((one) => one.id === first)
  switch (kind) {
    case 'document':
      return id
    case 'clause':
      return plan.clauses.get(id)?.document.id
    case 'requirement':
      return requirement && documentCited(plan, requirement.entry)[0]
    case 'exception': {
      const exception = requirement?.unless.find(({ entry }) => entry.id === part)
      return exception && documentCited(plan, exception.entry)[0]
    }
    case 'fact': {
      const asks = ({ entry }: { entry: object }) => JSON.stringify(entry).includes(JSON.stringify(id))
      const [asking, ...others] = plan.requirements.filter(asks)
      if (!asking || others.length > 0) return undefined
      return documentCited(plan, (asking.unless.find(asks) ?? asking).entry)[0]
    }
    default:
      return undefined
  }
}

/** The parameter of which values change. */
function parameterOf({ kind, id, field = '' }: RuleChange): string | undefined {
  if (kind === 'parameter' && field === 'values') return id
  return kind === 'profile' ? /^parameters\/(.+)$/.exec(field)?.[1] : undefined
}

/** Once a pack has a second document it has to name the first; and an exception that comes or goes is told by itself. */
function isBookkeeping({ kind, field, before, after }: RuleChange): boolean {
  if (kind === 'requirement' && field === 'unless') return isSameOrder(orderIn(before), orderIn(after))
  return kind === 'pack' && field === 'document'
}

/** Whether exceptions that stay are asked in the order in which they were. */
function isSameOrder(before: readonly unknown[], after: readonly unknown[]): boolean {
  const stays = (ids: readonly unknown[], others: readonly unknown[]) => ids.filter((id) => others.includes(id))
  return JSON.stringify(stays(before, after)) === JSON.stringify(stays(after, before))
}

/** Where there is one exception or none, no order is told. */
function orderIn(told: unknown): readonly unknown[] {
  return Array.isArray(told) ? (told as unknown[]) : []
}

/** The names of kinds of things in offices, where authors of rules have another. */
const SAID_OTHERWISE: Partial<
  Record<RuleChange['kind'], { readonly zh: readonly [string, string]; readonly en: readonly [string, string] }>
> = {
  fact: { zh: ['事实', '填报内容'], en: ['fact', 'item to fill in'] },
  parameter: { zh: ['参数', '数值'], en: ['parameter', 'number'] },
  profile: { zh: ['参数方案', '口径'], en: ['profile', 'profile'] },
}

/** A change with the name of the thing in place of its id. */
function byName({ kind, id, change, text }: RuleChange, before: Plan, after: Plan): Text {
  const name = change === 'changed' ? (nameIn(after, kind, id) ?? nameIn(before, kind, id)) : undefined
  if (change === 'changed' && !name) return text
  const replaced = (words: string, by: string) => words.replace(` ${id}`, () => by)
  const kindSaid = (words: string, said: readonly [string, string] | undefined) =>
    said ? words.replace(said[0], said[1]) : words
  return {
    zh: kindSaid(replaced(text.zh, name ? `“${name.zh}”` : ''), SAID_OTHERWISE[kind]?.zh),
    en: kindSaid(replaced(text.en, name ? ` “${name.en}”` : ''), SAID_OTHERWISE[kind]?.en),
  }
}

function nameIn(plan: Plan, kind: RuleChange['kind'], id: string): Text | undefined {
  const [first = '', part] = id.split('/')
  const requirement = plan.requirements.find((one) => one.id === first)
  switch (kind) {
    case 'requirement':
      return requirement && textWithoutRecord(plan, requirement.title)
    case 'exception': {
      const exception = requirement?.unless.find(({ entry }) => entry.id === part)
      return exception && textWithoutRecord(plan, exception.text)
    }
    case 'note': {
      const note = requirement?.notes.find(({ entry }) => entry.id === part)
      return note && textWithoutRecord(plan, note.text)
    }
    case 'parameter':
      return plan.parameters.get(id)?.label
    case 'profile':
      return plan.profiles.get(id)?.entry.label
    case 'fact':
      return plan.facts.get(id)?.label
    case 'scope':
      return plan.scopes.get(id)?.label
    case 'document':
      return plan.documents.get(id)?.entry.title
    case 'pack':
      return plan.packs.find((pack) => pack.id === id)?.title
    default:
      return undefined
  }
}
