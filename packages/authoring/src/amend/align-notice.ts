import type { AlignedClause, Alignment, Passage } from './align-text.ts'
import { plainText, plainWords, sentencesIn } from './passages.ts'
import { similarity } from './relate.ts'

/** A clause, and the words by which a notice may name its place. */
export interface NamedClause {
  readonly words: string
  readonly places: readonly string[]
}

/** From this share on, what a sentence of a notice quotes, or the sentence itself, is a clause reworded. */
const REWORDED = { quoted: 0.5, unquoted: 0.75 }

/** What a notice says of the place that it names no longer holds. */
const ENDS = /删去|删除|废止|停止执行|不再执行|失效|repeal|delet|cease/iu

/** The words that a sentence puts in the place of others stand in quotation marks, at its end. */
const QUOTED = /[“"](?<words>.+)[”"]/u
const PUTS = /(?:修改|改|调整)为[:：]?|shall read[:]?|replaced by[:]?/giu

/**
 * Reads a text as a notice that changes some clauses and leaves the others as they are: it quotes what it puts in their
 * place, or names where they are.
 */
export function alignNotice(clauses: readonly NamedClause[], text: string): Alignment {
  const plain = plainText(text)
  const sentences = sentencesIn(plain, { from: 0, to: plain.words.length }).map((span) => ({
    at: span.from,
    text: plain.words.slice(span.from, span.to).trim(),
  }))
  const used = new Set<Passage>()
  const aligned = clauses.map(({ words, places }): AlignedClause => {
    const old = plainWords(words)
    const naming = sentences.filter((sentence) => places.some((place) => sentence.text.includes(plainWords(place))))
    const quoting = sentences
      .map((sentence) => ({ sentence, share: similarity(old, newWordsIn(sentence.text)) }))
      .filter(({ sentence, share }) => share >= (QUOTED.test(sentence.text) ? REWORDED.quoted : REWORDED.unquoted))
      .sort((a, b) => b.share - a.share)[0]?.sentence
    const passages = quoting ? [quoting] : naming
    for (const passage of passages) used.add(passage)
    if (quoting && newWordsIn(quoting.text) === old) return { fate: 'kept', passages }
    if (quoting) return { fate: 'reworded', passages: [{ at: quoting.at, text: newWordsIn(quoting.text) }] }
    if (naming.length === 0) return { fate: 'kept', passages: [] }
    return { fate: naming.some((sentence) => ENDS.test(sentence.text)) ? 'dropped' : 'named', passages: naming }
  })
  return { clauses: aligned, added: sentences.filter((sentence) => !used.has(sentence)) }
}

/** What a sentence puts in the place of other words: what it quotes last, or the whole of it. */
function newWordsIn(sentence: string): string {
  const last = [...sentence.matchAll(PUTS)].at(-1)
  const rest = last ? sentence.slice(last.index + last[0].length) : sentence
  return QUOTED.exec(rest)?.groups?.['words'] ?? sentence
}
