import type { PackSource, Text } from '@tiaoli/engine'
import { slugSchema, type Plan } from '@tiaoli/engine/plan'
import { loadOrThrow } from '../load-or-throw.ts'
import { inOwnLanguages } from './in-own-languages.ts'
import { insertEntries, type FileTexts } from './insert-entries.ts'
import { packJsonOf } from './pack-json.ts'
import { PLACEHOLDER_REASON, PLACEHOLDER_WORDS, placeholderLabel } from './placeholder.ts'
import { ScaffoldError } from './scaffold-error.ts'

export interface NewPackDocument {
  /** The name of its folder. */
  id: string
  title?: Text
  number?: string
  /** `YYYY-MM-DD`, and the first day on which it is in force. */
  issuedOn?: string
  from?: string
  /** What it ends, replaces and continues: clauses as they are cited, and of what ends also requirements and documents. */
  ends?: readonly string[]
  replaces?: readonly string[]
  continues?: readonly string[]
  /** The document that it prolongs, and the last day to which. */
  prolongs?: string
  to?: string
}

/** Adds a document of one clause, whose words are to be replaced, and the text beside it; what it amends is said with the clause. */
export function addDocument(source: PackSource, wanted: NewPackDocument): FileTexts {
  const { id, number, issuedOn, from } = wanted
  if (!slugSchema.safeParse(id).success) throw new ScaffoldError('not-an-id', id)
  const { plan } = loadOrThrow(source)
  if (plan.documents.has(id)) throw new ScaffoldError('name-taken', id)
  const folder = `documents/${id}`
  const changes = changesOf(plan, wanted)
  const clause = {
    id: 'a1',
    text: PLACEHOLDER_WORDS,
    force: changes.length > 0 ? 'constitutive' : 'context',
    testability: 'none',
    ...(changes.length > 0 ? { changes } : { notEncoded: PLACEHOLDER_REASON }),
  }
  const files = insertEntries(source, [
    ...namedFirst(source, plan),
    {
      file: `${folder}/document.json`,
      path: ['title'],
      value: inOwnLanguages(plan, wanted.title ?? placeholderLabel(id)),
      blank: {
        ...(number === undefined ? {} : { number }),
        ...(issuedOn === undefined ? {} : { issuedOn }),
        ...(from === undefined ? {} : { effective: { from } }),
      },
    },
    {
      file: `${folder}/clauses.json`,
      path: ['clauses'],
      append: true,
      value: inOwnLanguages(plan, clause),
      blank: { clauses: [] },
    },
  ])
  const [first] = plan.reading
  return first ? { ...files, [`${folder}/source.${first.tag}.txt`]: `${PLACEHOLDER_WORDS[first.sentences]}\n` } : files
}

/** A pack of several documents names the one that it is about. */
function namedFirst(source: PackSource, { document, pack }: Plan) {
  const isNamed = packJsonOf(source).value['document'] !== undefined
  if (isNamed || document?.pack !== pack.id) return []
  return [{ file: 'pack.json', path: ['document'], value: document.id }]
}

function changesOf(plan: Plan, { ends, replaces, continues, prolongs, to }: NewPackDocument): object[] {
  return [
    ...(ends ? [{ ends: ends.map((name) => targetOf(plan, name)) }] : []),
    ...(replaces ? [{ replaces: replaces.map((name) => targetOf(plan, name)) }] : []),
    ...(continues ? [{ continues }] : []),
    ...(prolongs === undefined ? [] : [{ prolongs: [{ document: prolongs }], to }]),
  ]
}

/** A clause, or else a document or requirement that is called so; what is none of them is refused as a clause. */
function targetOf({ clauses, documents, requirements }: Plan, name: string): string | object {
  if (clauses.has(name)) return name
  if (documents.has(name)) return { document: name }
  return requirements.some(({ id }) => id === name) ? { requirement: name } : name
}
