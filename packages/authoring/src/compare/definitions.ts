import { fileKindOf, type FileKind, type Plan } from '@tiaoli/engine/plan'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Entry = { readonly [key: string]: Json }

/** What a pack defines and is compared by its id. */
export type DefinitionKind =
  | 'pack'
  | 'document'
  | 'clause'
  | 'instrument'
  | 'body'
  | 'role'
  | 'scope'
  | 'fact'
  | 'check'
  | 'parameter'
  | 'profile'
  | 'requirement'
  | 'exception'
  | 'note'

export interface Definition {
  kind: DefinitionKind
  /** As `Change` names it: exceptions and notes with their requirement before a slash. */
  id: string
  entry: Entry
}

/** Everything that a pack and those it uses define, as their files have it, in the order of the files. */
export function definitionsOf(plan: Plan): Definition[] {
  const files = Object.entries(plan.content as Record<string, Record<string, Entry>>).flatMap(([pack, contents]) =>
    Object.entries(contents).map(([path, content]) => ({ pack, path, content })),
  )
  return files.flatMap(({ pack, path, content }) => {
    const kind = fileKindOf(path)
    return kind ? DEFINITIONS_IN[kind](content, pack, documentOf(path)).map((found) => shortened(found, plan)) : []
  })
}

const DEFINITIONS_IN: Record<FileKind, (content: Entry, pack: string, document: string) => Definition[]> = {
  pack: ({ bodies, ...rest }, pack) => [{ kind: 'pack', id: pack, entry: rest }, ...keyedDefinitions('body', bodies)],
  document: (content, _, document) => [{ kind: 'document', id: document, entry: content }],
  clauses: ({ clauses }, _, document) => listedDefinitions('clause', clauses, `${document}/`),
  instruments: ({ instruments }) => keyedDefinitions('instrument', instruments),
  facts: ({ roles, scopes, given, derived, checks }) => [
    ...keyedDefinitions('role', roles),
    ...keyedDefinitions('scope', scopes),
    ...keyedDefinitions('fact', given),
    ...keyedDefinitions('fact', derived),
    ...listedDefinitions('check', checks),
  ],
  parameters: ({ parameters }) => keyedDefinitions('parameter', parameters),
  profile: (content) => [{ kind: 'profile', id: idOf(content), entry: content }],
  requirements: ({ requirements }) =>
    listedDefinitions('requirement', requirements).flatMap(({ kind, id, entry: { unless, notes, ...entry } }) => [
      { kind, id, entry: withOrder(entry, unless) },
      ...listedDefinitions('exception', unless, `${id}/`),
      ...listedDefinitions('note', notes, `${id}/`),
    ]),
  cases: () => [],
  import: () => [],
  table: () => [],
  register: () => [],
  mutants: () => [],
  lint: () => [],
  quality: () => [],
}

/** The document whose file it is: `documents/<id>/…`. */
function documentOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** Clauses of the first document are called by their ids alone. */
function shortened(definition: Definition, { document }: Plan): Definition {
  const prefix = `${document?.id}/`
  const isShort = definition.kind === 'clause' && definition.id.startsWith(prefix)
  return isShort ? { ...definition, id: definition.id.slice(prefix.length) } : definition
}

/** The first exception that holds decides, so their order is part of the requirement. */
function withOrder(entry: Entry, unless: Json | undefined): Entry {
  const order = entriesOf(unless).map(idOf)
  return order.length > 1 ? { ...entry, unless: order } : entry
}

function keyedDefinitions(kind: DefinitionKind, entries: Json | undefined): Definition[] {
  return Object.entries((entries ?? {}) as Entry).map(([id, entry]) => ({ kind, id, entry: entry as Entry }))
}

function listedDefinitions(kind: DefinitionKind, entries: Json | undefined, prefix = ''): Definition[] {
  return entriesOf(entries).map((entry) => ({ kind, id: `${prefix}${idOf(entry)}`, entry }))
}

function entriesOf(entries: Json | undefined): Entry[] {
  return Array.isArray(entries) ? (entries as Entry[]) : []
}

/** The loader has seen to it that whatever is listed has an id. */
function idOf({ id }: Entry): string {
  return typeof id === 'string' ? id : ''
}
