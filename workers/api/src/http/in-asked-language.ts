import { OneLanguage, OwnLanguages, sentencesFor, type Reading } from '@tiaoli/engine/plan'

/** An answer about a pack, in the languages in which it is read; with its texts as strings where the request chose one. */
export function inAskedLanguage<T extends object>(reading: Reading, language: string | undefined, answer: T): T {
  if (language === undefined) return new OwnLanguages(reading).of(answer)
  return new OneLanguage(sentencesFor(reading, language)).of({ language, ...answer }) as T
}
