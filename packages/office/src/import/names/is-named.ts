import type { ImportFile, Plan } from '@tiaoli/engine/plan'
import { NameMeanings } from './name-meanings.ts'

/** Tells whether a text is the name of a record, by what a mapping says that such names look like. */
export function namedBy({ names = {} }: Pick<ImportFile, 'names'>, { scopes }: Plan): (text: string) => boolean {
  const meanings = new NameMeanings(names)
  const looks = [...scopes.values()].flatMap((scope) => meanings.looksOf(scope) ?? [])
  return (text) => looks.some((one) => one.fits(meanings.spelt(meanings.meant(text))))
}
