import { readPerson, type PersonWords } from '../../person/read-person.ts'

/** How names of organizations end, which no name of a person does. */
const ORGANIZATION = /(?:所|部|委|会|组|局|心|司|处|站|院)$/u
/** Of two letters in brackets it is not certain that they are no place: 江西甲律师事务所（高安）. */
const SURE = 3

/** Whether a text is the name of a person, perhaps behind one of `titles`, and of no organization. */
export function isPerson(text: string, words: PersonWords, titles: readonly string[] = []): boolean {
  return !ORGANIZATION.test(text.trim()) && 'name' in readPerson(text, titles, { words })
}

/** The same of what stands in brackets behind a name, where a place may stand too. */
export function isSurelyPerson(text: string, words: PersonWords): boolean {
  const who = readPerson(text, [], { words })
  return isPerson(text, words) && 'name' in who && Array.from(who.name).length >= SURE
}
