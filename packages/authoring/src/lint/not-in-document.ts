import { lint } from '../lint.ts'

/** Characters of a clause that are shown before and after the place where it departs from the document. */
const CONTEXT = 12

/** Clauses whose words, in the first language of the pack, are not in the text of their document, whatever its line breaks. */
export const notInDocument = lint({ 'not-in-document': 'warning' }, function* ({ plan, places, texts }) {
  const [first] = plan.reading
  if (!first || first.tag !== plan.pack.languages[0]) return
  const words = new Map([...texts].map(([document, text]) => [document, withoutSpace(text)]))
  for (const { reference: id, document, text } of plan.clauses.values()) {
    const clause = withoutSpace(text[first.sentences])
    const whole = document.pack === plan.pack.id ? words.get(document.id) : undefined
    if (whole === undefined || whole.includes(clause)) continue
    const agreed = matchingLength(clause, whole)
    const [before, after] = [
      clause.slice(Math.max(0, agreed - CONTEXT), agreed),
      clause.slice(agreed, agreed + CONTEXT),
    ]
    yield {
      code: 'not-in-document',
      about: id,
      place: places.within('clause', id, 'text', first.tag),
      message: {
        zh: `条款“${id}”与所附原文不一致：${before && `“${before}”之后的`}“${after}”不见于原文。请照原文逐字改正。`,
        en: `The clause "${id}" is not in the document in these words: ${before ? `after “${before}”, ` : ''}“${after}” is not what it says. Quote it word for word.`,
      },
    }
  }
})

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}

/** How many of the first characters are in the document. */
function matchingLength(clause: string, words: string): number {
  let [agreed, beyond] = [0, clause.length]
  while (beyond - agreed > 1) {
    const middle = (agreed + beyond) >> 1
    if (words.includes(clause.slice(0, middle))) agreed = middle
    else beyond = middle
  }
  return agreed
}
