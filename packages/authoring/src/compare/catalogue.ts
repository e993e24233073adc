import { FILE_KINDS, type Plan } from '@tiaoli/engine'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Entry = { readonly [key: string]: Json }

/** What a pack defines and is compared by its id. */
export type Kind =
  | 'pack'
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

export interface Thing {
  kind: Kind
  /** As `Change` names it: exceptions and notes with their requirement before a slash. */
  id: string
  entry: Entry
}

/** Everything that a pack and those it uses define, as their files have it, in the order of the files. */
export function thingsOf(plan: Plan): Thing[] {
  const files = Object.entries(plan.content as Record<string, Record<string, Entry>>).flatMap(([pack, contents]) =>
    Object.entries(contents).map(([path, content]) => ({ pack, path, content })),
  )
  return files.flatMap(({ pack, path, content }) => {
    const kind = FILE_KINDS.find(({ name }) => name.test(path))?.kind
    return kind ? THINGS_IN[kind](content, pack) : []
  })
}

const THINGS_IN: Record<(typeof FILE_KINDS)[number]['kind'], (content: Entry, pack: string) => Thing[]> = {
  pack: ({ bodies, ...rest }, pack) => [{ kind: 'pack', id: pack, entry: rest }, ...named('body', bodies)],
  clauses: ({ clauses }) => listed('clause', clauses),
  instruments: ({ instruments }) => named('instrument', instruments),
  facts: ({ roles, scopes, given, derived, checks }) => [
    ...named('role', roles),
    ...named('scope', scopes),
    ...named('fact', given),
    ...named('fact', derived),
    ...listed('check', checks),
  ],
  parameters: ({ parameters }) => named('parameter', parameters),
  profile: (content) => [{ kind: 'profile', id: idOf(content), entry: content }],
  requirements: ({ requirements }) =>
    listed('requirement', requirements).flatMap(({ kind, id, entry: { unless, notes, ...entry } }) => [
      { kind, id, entry: withOrder(entry, unless) },
      ...listed('exception', unless, `${id}/`),
      ...listed('note', notes, `${id}/`),
    ]),
  cases: () => [],
  mutants: () => [],
  lint: () => [],
}

/** The first exception that holds decides, so their order is part of the requirement. */
function withOrder(entry: Entry, unless: Json | undefined): Entry {
  const order = entriesOf(unless).map(idOf)
  return order.length > 1 ? { ...entry, unless: order } : entry
}

function named(kind: Kind, entries: Json | undefined): Thing[] {
  return Object.entries((entries ?? {}) as Entry).map(([id, entry]) => ({ kind, id, entry: entry as Entry }))
}

function listed(kind: Kind, entries: Json | undefined, prefix = ''): Thing[] {
  return entriesOf(entries).map((entry) => ({ kind, id: `${prefix}${idOf(entry)}`, entry }))
}

function entriesOf(entries: Json | undefined): Entry[] {
  return Array.isArray(entries) ? (entries as Entry[]) : []
}

/** The loader has seen to it that whatever is listed has an id. */
function idOf({ id }: Entry): string {
  return typeof id === 'string' ? id : ''
}
