import type { Ending, Horizon, PlannedClause, PlannedDocument, Prolongation } from '../plan/document.ts'
import type { Clause } from '../schema/document-schema.ts'
import { closestName } from '../errors/closest-name.ts'
import { ClauseReferences } from './clause-references.ts'
import type { PackFiles } from './read-files.ts'
import { dayOf } from './resolve-parameters.ts'
import { Spot, type Resolver } from './resolver.ts'
import { wholeSentences } from './whole-sentences.ts'

type Changeable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A document while its days are still to be settled by later documents. */
export type OpenDocument = Omit<Changeable<PlannedDocument>, 'endings' | 'prolonged'> & {
  clauses: OpenClause[]
  prolonged: Prolongation[]
  endings: Ending[]
}

/** A clause while it is still to be settled what became of it. */
export type OpenClause = Omit<Changeable<PlannedClause>, 'endings' | 'succeeds' | 'besides'> & {
  document: OpenDocument
  besides: OpenClause[]
  endings: Ending[]
  succeeds: PlannedClause[]
  spot: Spot
}

/** The documents of all packs with their clauses, and how the clauses are cited. */
export interface Documents {
  documents: ReadonlyMap<string, OpenDocument>
  clauses: ReadonlyMap<string, OpenClause>
  references: ClauseReferences
  /** The document of the pack itself whose clauses are cited by their ids alone. */
  first: OpenDocument | undefined
}

/** Reads the documents of all packs; the used ones come first. */
export function resolveDocuments(resolver: Resolver, packs: readonly PackFiles[]): Documents {
  const documents = new Map<string, OpenDocument>()
  const firsts = new Map<string, string>()
  for (const pack of packs) {
    const own = documentsOf(resolver, pack)
    for (const document of own) documents.set(document.id, document)
    const first = firstOf(resolver, pack, own)
    if (first) firsts.set(pack.id, first.id)
  }
  const ownFirst = firsts.get(packs.at(-1)!.id)
  const references = new ClauseReferences(firsts, ownFirst)
  const clauses = new Map<string, OpenClause>()
  for (const pack of packs)
    for (const { file, content } of pack.of('clauses')) {
      const document = documents.get(folderOf(file.path))
      if (!document) {
        const path = `documents/${folderOf(file.path)}/document.json`
        resolver.report('missing-file', new Spot(file, []), [path])
        continue
      }
      addClauses(resolver, document, content.clauses, new Spot(file, ['clauses']), references, clauses)
    }
  return { documents, clauses, references, first: ownFirst === undefined ? undefined : documents.get(ownFirst) }
}

function documentsOf(resolver: Resolver, pack: PackFiles): OpenDocument[] {
  return pack.of('document').flatMap(({ file, content: entry }) => {
    const id = folderOf(file.path)
    const spot = new Spot(file, [])
    if (!resolver.define('document', id, spot)) return []
    const from = dayOf(resolver, entry.effective?.from, -Infinity, spot.at('effective', 'from'))
    const to = dayOf(resolver, entry.effective?.to, Infinity, spot.at('effective', 'to'))
    const prolonged: Prolongation[] = []
    const horizon = entry.horizon && writtenHorizon(resolver, entry.horizon, prolonged, spot.at('horizon'))
    return [{ id, pack: pack.id, entry, from, to, horizon, prolonged, endings: [], clauses: [] }]
  })
}

function writtenHorizon(
  resolver: Resolver,
  entry: Horizon['entry'],
  prolonged: Horizon['prolonged'],
  spot: Spot,
): Horizon {
  return { day: dayOf(resolver, entry.to, Infinity, spot.at('to')), entry, prolonged }
}

/** The document that pack.json names, or the only one. */
function firstOf(resolver: Resolver, pack: PackFiles, own: readonly OpenDocument[]): OpenDocument | undefined {
  const spot = new Spot(
    pack.sources.find(({ path }) => path === 'pack.json')!,
    [],
  )
  const named = pack.pack!.document
  if (named === undefined) {
    if (own.length > 1) resolver.report('first-document', spot, [own.map(({ id }) => id)])
    return own[0]
  }
  const found = own.find(({ id }) => id === named)
  if (!found)
    resolver.report(
      'unknown-document',
      spot.at('document'),
      [named],
      closestName(
        named,
        own.map(({ id }) => id),
      ),
    )
  return found
}

function addClauses(
  resolver: Resolver,
  document: OpenDocument,
  entries: readonly Clause[],
  spot: Spot,
  references: ClauseReferences,
  clauses: Map<string, OpenClause>,
): void {
  const sentences = wholeSentences(entries.map(({ text }) => text))
  for (const [i, entry] of entries.entries()) {
    const reference = references.of(document.id, entry.id)
    const here = spot.at(i)
    if (!resolver.define('clause', reference, here.at('id'))) continue
    const clause: OpenClause = {
      ...entry,
      reference,
      document,
      sentence: sentences[i]!,
      besides: [],
      from: document.from,
      to: document.to,
      endings: [],
      succeeds: [],
      spot: here,
    }
    for (const other of document.clauses)
      if (other.sentence === clause.sentence) {
        other.besides.push(clause)
        clause.besides.push(other)
      }
    document.clauses.push(clause)
    clauses.set(reference, clause)
  }
}

/** `documents/<id>/…`: a document is called as its folder. */
function folderOf(path: string): string {
  return path.split('/')[1]!
}
