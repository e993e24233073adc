import type { Plan, PlannedDocument } from '@tiaoli/engine/plan'
import { alike } from './alike.ts'
import { headOf } from './head-of.ts'

/** A document of the pack, other than the one that is amended, that is the given text: it has its title and number, or all its words. */
export function givenAlready(
  { documents, clauses }: Plan,
  amended: PlannedDocument,
  given: { readonly text: string; readonly title?: { zh: string } | undefined; readonly number?: string | undefined },
): PlannedDocument | undefined {
  const head = headOf(given.text)
  const number = given.number ?? head.number
  const title = given.title?.zh ?? head.title
  const words = signsOf(given.text)
  return [...documents.values()].find((document) => {
    if (document === amended) return false
    const { entry } = document
    const isCalledSo =
      number !== undefined &&
      title !== undefined &&
      entry.number !== undefined &&
      signsOf(entry.number) === signsOf(number) &&
      [entry.title.zh, entry.title.en].some((own) => signsOf(own) === signsOf(title))
    const own = [...clauses.values()].filter((clause) => clause.document === document)
    return isCalledSo || signsOf(own.map(({ text }) => text.zh).join('')) === words
  })
}

/** Words without their layout, in signs written one way. */
function signsOf(text: string): string {
  return alike(text.replaceAll(/\s/gu, ''))
}
