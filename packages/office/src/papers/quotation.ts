import type { Citation, Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

type Clause = NonNullable<ReturnType<Plan['clauses']['get']>>

/**
 * The words that are cited, in quotation marks: whole sentences of a document, up to the full stop. Of an instrument of
 * which only part of a sentence was written down, nothing is quoted: its place stands alone.
 */
export function quotationOf(plan: Plan, citation: Citation): Text | undefined {
  const { quote, sentence = quote } = citation
  if (!sentence) return undefined
  const whole = citation.kind === 'clause' ? wholeSentence(plan, citation, sentence) : sentence
  if (citation.kind !== 'clause' && !isWhole(sentence.zh)) return undefined
  return { zh: `“${inside(whole.zh)}”`, en: `“${inside(whole.en)}”` }
}

/** What a part of a sentence ends with, before the next one. */
const GOES_ON = /[；，、：;,:]$/
const ENDS = /[。！？.!?…][”’）」』》)"]*$/

function isWhole(zh: string): boolean {
  return ENDS.test(zh) && !/^(?:……|…|\.\.\.)/.test(zh) && !/(?:……|…|\.\.\.)[”’）」』》)"]*$/.test(zh)
}

/** A sentence that a clause ends with a semicolon goes on in the clauses beside it. */
function wholeSentence({ clauses }: Plan, { id }: Citation, sentence: Text): Text {
  const clause = clauses.get(id)
  // Where part of it is no longer in force, what is left is cited by itself.
  if (!clause || sentence.zh !== clause.sentence.zh) return cut(sentence)
  const all = [...clauses.values()].filter(({ document }) => document === clause.document)
  const own = [clause, ...clause.besides].map((one) => all.indexOf(one))
  let [first, last] = [Math.min(...own), Math.max(...own)]
  const isBeside = (other: Clause | undefined) => other?.from === clause.from && other.to === clause.to
  const goesOn = (at: number) => GOES_ON.test(all[at]?.text.zh.trimEnd() ?? '')
  while (goesOn(first - 1) && isBeside(all[first - 1])) first -= 1
  while (goesOn(last) && isBeside(all[last + 1])) last += 1
  const parts = all.slice(first, last + 1).map(({ text }) => text)
  return cut({ zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') })
}

/** Where it goes on in words that are not quoted, that is marked. */
function cut({ zh, en }: Text): Text {
  return GOES_ON.test(zh) ? { zh: `${zh.replace(GOES_ON, '')}……`, en: `${en.replace(GOES_ON, '')} …` } : { zh, en }
}

/** Quotation marks inside of others are single ones. */
function inside(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’')
}
