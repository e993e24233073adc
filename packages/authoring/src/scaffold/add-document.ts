import type { PackSource, Text } from '@tiaoli/engine'
import { slugSchema, type Clause, type Plan } from '@tiaoli/engine/plan'
import { loadOrThrow } from '../load-or-throw.ts'
import { inOwnLanguages } from './in-own-languages.ts'
import { insertEntries, type FileTexts, type Insertion } from './insert-entries.ts'
import { packJsonOf } from './pack-json.ts'
import { PLACEHOLDER_REASON, PLACEHOLDER_WORDS, placeholderLabel } from './placeholder.ts'
import { ScaffoldError } from './scaffold-error.ts'

export interface NewPackDocument {
  /** The name of its folder. */
  id: string
  title?: Text
  issuer?: Text
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
  /** Its clause; words to be replaced if left out. */
  clause?: { place?: Text; text: Text; force: Clause['force']; changes?: NonNullable<Clause['changes']> }
}

/** The clause of a document that was added. */
export const FIRST_CLAUSE = 'a1'

/** Adds a document of one clause, whose words are to be replaced, and the text beside it; what it amends is said with the clause. */
export function addDocument(source: PackSource, wanted: NewPackDocument): FileTexts {
  const { plan } = loadOrThrow(source)
  const files = insertEntries(source, documentEntries(source, plan, wanted))
  const [first] = plan.reading
  const { text } = wanted.clause ?? { text: PLACEHOLDER_WORDS }
  return first ? { ...files, [`documents/${wanted.id}/source.${first.tag}.txt`]: `${text[first.sentences]}\n` } : files
}

/** What the files of a pack gain with a document, without its text beside them. */
export function documentEntries(source: PackSource, plan: Plan, wanted: NewPackDocument): Insertion[] {
  const { id, issuer, number, issuedOn, from } = wanted
  if (!slugSchema.safeParse(id).success) throw new ScaffoldError('not-an-id', id)
  if (plan.documents.has(id)) throw new ScaffoldError('name-taken', id)
  const folder = `documents/${id}`
  return [
    ...namedFirst(source, plan),
    {
      file: `${folder}/document.json`,
      path: ['title'],
      value: inOwnLanguages(plan, wanted.title ?? placeholderLabel(id)),
      blank: {
        ...(issuer === undefined ? {} : { issuer: inOwnLanguages(plan, issuer) }),
        ...(number === undefined ? {} : { number }),
        ...(issuedOn === undefined ? {} : { issuedOn }),
        ...(from === undefined ? {} : { effective: { from } }),
      },
    },
    {
      file: `${folder}/clauses.json`,
      path: ['clauses'],
      append: true,
      value: inOwnLanguages(plan, clauseOf(wanted, changesOf(plan, wanted))),
      blank: { clauses: [] },
    },
  ]
}

function clauseOf({ clause }: NewPackDocument, named: object[]): object {
  const changes = [...named, ...(clause?.changes ?? [])]
  const done = changes.length > 0 && { changes }
  if (clause) {
    const { place, text, force } = clause
    return {
      id: FIRST_CLAUSE,
      ...(place && { place }),
      text,
      force: done ? 'constitutive' : force,
      testability: done ? 'none' : 'full',
      ...done,
    }
  }
  return {
    id: FIRST_CLAUSE,
    text: PLACEHOLDER_WORDS,
    force: done ? 'constitutive' : 'context',
    testability: 'none',
    ...(done || { notEncoded: PLACEHOLDER_REASON }),
  }
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
