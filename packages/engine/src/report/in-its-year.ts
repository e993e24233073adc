import type { Text } from '../text/text.ts'
import type { Finding } from './report.ts'

/** In a sentence for every year, what stands for the one that a finding is on. */
const THIS_YEAR = /该年度/g
const THIS_YEAR_IN_ENGLISH = /\b(?:that year|during the year|the year(?= is\b))/i

/** A finding whose sentences name the year that it is on, where the rules leave that to the heading. */
export function inItsYear(finding: Finding): Finding {
  const { period, title, problem, remedy, exception, reasons, missing, notes, whatIf, laterRules } = finding
  if (period === undefined) return finding
  const inWords = (words: string) => {
    const named = words.replaceAll(THIS_YEAR, `${period}年度`)
    return named.includes(String(period)) ? named : named.replace(THIS_YEAR_IN_ENGLISH, `$& (${period})`)
  }
  // Of a pack in other languages, a text has words in these two that are not shown as its own.
  const said = (text: Text): Text => {
    const all = Object.entries(Object.getOwnPropertyDescriptors(text))
    return Object.defineProperties(
      {},
      Object.fromEntries(all.map(([language, words]) => [language, { ...words, value: inWords(words.value) }])),
    ) as Text
  }
  const saidIn = <T extends { readonly text: Text }>(one: T): T => ({ ...one, text: said(one.text) })
  return {
    ...finding,
    title: said(title),
    ...(problem && { problem: said(problem) }),
    ...(remedy && { remedy: said(remedy) }),
    ...(exception && { exception: saidIn(exception) }),
    reasons: reasons.map(saidIn),
    missing: missing.map((one) => ({ ...one, label: said(one.label), ...(one.text && { text: said(one.text) }) })),
    notes: notes.map(saidIn),
    whatIf: whatIf.map(saidIn),
    ...(laterRules && { laterRules: laterRules.map(saidIn) }),
  }
}
