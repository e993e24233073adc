import type { Text } from '@tiaoli/engine'
import type { RecordReference } from '@tiaoli/engine/plan'
import type { NamedUnit, Row } from '../engine/picture.ts'
import type { Words } from '../words/words.ts'

const YEAR = /^(?:19|20)\d{2}$/

/** What a record is called: its name in the ledger or in the table of names, its id, else its kind and place. */
export function nameOf(
  { id, name, label, pointer, apart }: NamedUnit,
  names: Readonly<Record<string, string>>,
  text: (text: Text) => string,
): string {
  if (name !== undefined) return withApart(name, apart)
  if (id !== pointer) return names[id] ?? id
  if (pointer === '') return text(ofWhole(label))
  const position = Number(pointer.split('/').at(-1))
  if (Number.isNaN(position)) return text(label)
  // A record of a year is known by that, and not by its place.
  return `${text(label)} ${YEAR.test(String(position)) ? position : position + 1}`
}

/** The whole ledger, by what its rules call it and as papers have it: 本市. */
export function ofWhole({ zh, en }: Text): Text {
  return { zh: `本${zh}`, en: `the ${en}` }
}

/** A name with what tells it from others that are the same. */
export function withApart(name: string, apart: string | undefined): string {
  return apart === undefined ? name : `${name}（${apart}）`
}

/** What the record is called that a question is about: one without a name, by the record that it is in. */
export function subjectName(
  { id, name, pointer, knownAs = [], within = [] }: RecordReference,
  names: Readonly<Record<string, string>>,
  words: Words,
  apart: (pointer: string) => string | undefined,
): string {
  if (name !== undefined) return withApart(name, apart(pointer))
  if (id !== pointer) return names[id] ?? id
  if (pointer === '') return apart(pointer) ?? words.fillIn.whole
  const around = within.at(-1)
  const last = pointer.split('/').at(-1)!
  const [person] = knownAs.flatMap((one) => names[one] ?? [])
  const own = person ?? (YEAR.test(last) ? words.results.year(Number(last)) : words.fillIn.nth(Number(last) + 1))
  return around ? `${subjectName({ ...around, within: within.slice(0, -1) }, names, words, apart)} ${own}` : own
}

/** What is called by the kinds of its records where it has no name of its own. */
export function kindsIn(rows: readonly Row[], text: (text: Text) => string): string {
  return [...new Set(rows.map(({ unit }) => text(unit.label)))].join(' · ')
}
