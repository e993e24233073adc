import type { PackSource, Text } from '@tiaoli/engine'
import { BOTH, OwnLanguages, isWrittenIn, type GivenFact } from '@tiaoli/engine/plan'
import { loadOrThrow } from '../load-or-throw.ts'
import { inOwnLanguages } from './in-own-languages.ts'
import { insertEntries, type FileTexts } from './insert-entries.ts'
import { PLACEHOLDER_QUESTION, PLACEHOLDER_VALUES, placeholderLabel } from './placeholder.ts'
import { ScaffoldError } from './scaffold-error.ts'

export interface NewFact {
  /** Dotted, beginning with its scope: `firm.lawyers`. */
  name: string
  type: Exclude<GivenFact['type'], 'reference' | 'group'>
  label?: Text
}

/** Adds a given fact to the catalogue. Nothing uses it yet. */
export function addFact(source: PackSource, { name, type, label = placeholderLabel(name) }: NewFact): FileTexts {
  const { plan } = loadOrThrow(source)
  if (plan.facts.has(name) || plan.facts.has(`${name}.value`)) throw new ScaffoldError('name-taken', name)
  const value = {
    type,
    label,
    ...(type === 'integer' || type === 'money' ? { min: 0 } : {}),
    ...(type === 'enum' ? { values: PLACEHOLDER_VALUES } : {}),
  }
  return insertEntries(source, [{ file: 'facts.json', path: ['given', name], value: inOwnLanguages(plan, value) }])
}

export interface NewParameter {
  id: string
  type: 'boolean' | 'integer' | 'money' | 'rate' | 'date'
  label?: Text
  /** What the text leaves open. */
  question?: Text
}

/** Adds a parameter without a value: until somebody decides, what needs it is unknown. Nothing uses it yet. */
export function addParameter(
  source: PackSource,
  { id, type, label = placeholderLabel(id), question = PLACEHOLDER_QUESTION }: NewParameter,
): FileTexts {
  const { plan } = loadOrThrow(source)
  if (plan.parameters.has(id)) throw new ScaffoldError('name-taken', id)
  const value = { label, type, ...(type === 'integer' || type === 'money' ? { min: 0 } : {}), question, values: [] }
  return insertEntries(source, [
    { file: 'parameters.json', path: ['parameters', id], value: inOwnLanguages(plan, value) },
  ])
}

export interface NewRequirement {
  id: string
  title?: Text
  /** The theme it belongs to: its file is `requirements/<theme>.json`. */
  theme?: string
  /** The clause it encodes, of which it takes the force. */
  clause: string
  /** The scope it is about; the first below the whole ledger if left out. */
  subject?: string
  /** Who bears the duty; the pack's first body if left out. */
  dutyBearer?: string
}

/** Adds a requirement, and with it the yes-or-no fact that it asks for, to be replaced by what the clause asks. */
export function addRequirement(source: PackSource, wanted: NewRequirement): FileTexts {
  const { id, clause, theme = 'general' } = wanted
  const { plan } = loadOrThrow(source)
  if (plan.requirements.some((requirement) => requirement.id === id)) throw new ScaffoldError('name-taken', id)
  const title = wanted.title ?? placeholderLabel(id)
  const subject = wanted.subject ?? [...plan.scopes.values()].find(({ parent }) => parent)?.name ?? plan.root.name
  const fact = `${subject}.${camelCase(id)}`
  if (plan.facts.has(fact)) throw new ScaffoldError('name-taken', fact)
  const dutyBearer = wanted.dutyBearer ?? [...plan.bodies.keys()][0]
  if (dutyBearer === undefined) throw new ScaffoldError('no-body', plan.pack.id)
  const file = `requirements/${theme}.json`
  const force = plan.clauses.get(clause)?.force ?? 'must'
  return insertEntries(source, [
    {
      file: 'facts.json',
      path: ['given', fact],
      value: inOwnLanguages(plan, {
        type: 'boolean',
        label: asFarAs(title, { zh: `是否做到：${title.zh}`, en: `whether this is done: ${title.en}` }),
      }),
    },
    {
      file,
      path: ['requirements'],
      append: true,
      value: inOwnLanguages(plan, {
        id,
        title,
        clauses: [clause],
        force,
        subject,
        dutyBearer,
        requires: { condition: fact },
        problem: asFarAs(title, { zh: `未做到：${title.zh}。`, en: `Not done: ${title.en}.` }),
      }),
      blank: inOwnLanguages(plan, { theme: placeholderLabel(theme), requirements: [] }),
    },
  ])
}

/** Words made of others, in the languages in which these are written. */
function asFarAs(original: Text, text: Text): Text {
  return new OwnLanguages(BOTH.filter(({ sentences }) => isWrittenIn(sentences, original))).of(text)
}

/** one-shoulder → oneShoulder */
export function camelCase(id: string): string {
  return id.replaceAll(/-(.)/g, (_, next: string) => next.toUpperCase())
}
