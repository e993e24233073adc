import type { Plan } from '@tiaoli/engine/plan'

/** Words of headings, and those that the labels of the catalogue have in their place. */
export type Synonyms = readonly (readonly [string, string])[]

/** What the mappings of a pack say that headings call otherwise than its catalogue. */
export function headingSynonyms({ imports }: Plan): Synonyms {
  return [...imports.values()].flatMap(({ synonyms = {} }) => Object.entries(synonyms))
}
