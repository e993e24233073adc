import type { Citation, Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

/** The words that are cited, in quotation marks: a whole sentence, or …… where it is cut. */
export function quotationOf(plan: Plan, citation: Citation): Text | undefined {
  const { quote, sentence = quote } = citation
  if (!sentence) return undefined
  const cut = citation.kind === 'clause' ? cutOfClause(plan, citation, sentence) : cutOfArticle(sentence)
  return {
    zh: `“${inChinese(sentence.zh, cut)}”`,
    en: `“${inEnglish(sentence.en, cut)}”`,
  }
}

interface Cut {
  /** Words of the same sentence stand before it. */
  readonly before: boolean
  readonly after: boolean
}

/** What a part of a sentence ends with, before the next one. */
const GOES_ON = /[；，、：;,:]$/
const PAUSE = /[；，、;,]$/
const ENDS = /[。！？.!?…][”’）」』》)"]*$/

function cutOfClause(plan: Plan, { id }: Citation, { zh }: Text): Cut {
  return { before: isWithinSentence(plan, id, zh), after: GOES_ON.test(zh) }
}

/** Whether what stands right before the words of a clause is of the same sentence. */
function isWithinSentence({ clauses }: Plan, reference: string, zh: string): boolean {
  const clause = clauses.get(reference)
  if (!clause) return false
  const all = [...clauses.values()].filter(({ document }) => document === clause.document)
  const own = zh === clause.sentence.zh ? [clause, ...clause.besides] : [clause]
  const first = Math.min(...own.map((one) => all.indexOf(one)))
  const before = all[first - 1]
  return before !== undefined && PAUSE.test(before.text.zh.trimEnd())
}

/** Of an article, what was written down says by itself whether it is a sentence; at its beginning, in the pack. */
function cutOfArticle({ zh }: Text): Cut {
  return { before: false, after: !ENDS.test(zh) }
}

function inChinese(words: string, { before, after }: Cut): string {
  const marked = `${before ? '……' : ''}${after ? `${words.replace(GOES_ON, '')}……` : words}`
  // Quotation marks inside of others are single ones.
  return marked.replaceAll('“', '‘').replaceAll('”', '’')
}

function inEnglish(words: string, { before, after }: Cut): string {
  const marked = `${before ? '… ' : ''}${after ? `${words.replace(GOES_ON, '')} …` : words}`
  return marked.replaceAll('“', '‘').replaceAll('”', '’')
}
