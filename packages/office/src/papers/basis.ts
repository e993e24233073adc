import type { Citation, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { amendedBy, shownDocument, type Plan } from '@tiaoli/engine/plan'
import { quotationOf } from './quotation.ts'

/** Whether nobody has seen the words of an instrument in a copy: such a one can be no basis of an order. */
export function isUnverified({ evidence }: Citation): boolean {
  return evidence === 'to-be-verified'
}

/** What is cited, each place once: with the whole sentence, or what there is of its words. */
export function basisOf(plan: Plan, citations: readonly Citation[], language: Language): string[] {
  return [...new Set(citations.map((citation) => cited(plan, citation)[language]))]
}

function cited(plan: Plan, citation: Citation): Text {
  const { evidenceLabel } = citation
  const name = nameOf(citation)
  const grade = isUnverified(citation) && evidenceLabel ? evidenceLabel : undefined
  const zh = grade ? `${name.zh}〔${grade.zh}〕` : name.zh
  const en = grade ? `${name.en} [${grade.en}]` : name.en
  const words = quotationOf(plan, citation)
  return words ? { zh: `${zh}：${words.zh}`, en: `${en}: ${words.en}` } : { zh, en }
}

/** The document with the place in it, or the instrument with its article. */
export function nameOf({ amends, ...citation }: Citation): Text {
  const name = placeOf(citation)
  return amends ? amendedBy(placeOf({ kind: 'clause', ...amends }), name) : name
}

function placeOf({ document, place, id, title, article }: Omit<Citation, 'amends'>): Text {
  if (document) {
    const { title: named, number } = document
    const { zh, en } = shownDocument({ entry: { title: named, number } })
    return place
      ? { zh: `${zh}${inFull(place.zh)}`, en: `${en}, ${place.en}` }
      : { zh: `${zh}${id}`, en: `${en}, ${id}` }
  }
  const named = title
    ? { zh: shownDocument({ entry: { title, number: undefined } }).zh, en: title.en }
    : { zh: id, en: id }
  return article ? { zh: `${named.zh}${article.zh}`, en: `${named.en}, ${article.en}` } : named
}

/** 三、（五） as one says it in a sentence: 第三部分第（五）项. What is numbered otherwise stays. */
function inFull(place: string): string {
  return place
    .replace(/^([一二三四五六七八九十]+)、/, '第$1部分')
    .replace(/(?<=^|部分)（([一二三四五六七八九十]+)）/, '第（$1）项')
}
