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
