import type { ImportColumn } from '@tiaoli/engine/plan'

/** The facts, groups, lists and records that a column can give. */
export function factsGivenBy({
  fact,
  organization,
  record,
  referredBy,
  person,
  until,
  words = {},
  sets = {},
}: ImportColumn): string[] {
  const inWords = Object.entries(words).flatMap(([form, meaning]) => [
    ...[...form.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!),
    ...(typeof meaning === 'object' && meaning !== null ? Object.keys(meaning) : []),
  ])
  const own = [fact, organization, record, referredBy, person, until]
  return [...own, ...inWords, ...Object.keys(sets)].filter((name) => name !== undefined)
}

/** How a column gives something that it does not ask for: in words that a cell may have, as what follows where it names somebody, or only by denying it. */
export type GivenBy = 'words' | 'presumption' | 'absence'

/** What columns give in such a way alone. */
export function givenAside(columns: readonly ImportColumn[]): Record<string, GivenBy> {
  const direct = new Set(
    columns.flatMap((column) => factsGivenBy({ ...column, sets: {}, words: meant(column.words ?? {}) })),
  )
  const written = columns.flatMap(({ words = {} }) => factsGivenBy({ headings: [], words }))
  const presumed = columns.flatMap(({ sets = {} }) => Object.keys(sets))
  const of = (names: readonly string[], by: GivenBy) =>
    names.filter((name) => !direct.has(name)).map((name) => [name, by] as const)
  return Object.fromEntries([...absentIn(columns), ...of(presumed, 'presumption'), ...of(written, 'words')])
}

/** What a column only ever denies: no answer says that it is there. */
function absentIn(columns: readonly ImportColumn[]): [string, GivenBy][] {
  const told = columns.flatMap(({ words = {} }) =>
    Object.values(words).flatMap((meaning) =>
      typeof meaning === 'object' && meaning !== null ? Object.entries(meaning) : [],
    ),
  )
  const forms = (words: ImportColumn['words'] = {}) =>
    Object.fromEntries(Object.keys(words).map((form) => [form, null]))
  const asked = new Set(columns.flatMap((column) => factsGivenBy({ ...column, sets: {}, words: forms(column.words) })))
  const there = new Set(told.flatMap(([name, value]) => (value === null ? [] : name)))
  return told.flatMap(([name, value]) =>
    value === null && !asked.has(name) && !there.has(name) ? [[name, 'absence']] : [],
  )
}

/** What whole answers mean, without the forms in which something else is written. */
function meant(words: NonNullable<ImportColumn['words']>): NonNullable<ImportColumn['words']> {
  return Object.fromEntries(Object.values(words).map((meaning, i) => [String(i), meaning]))
}
