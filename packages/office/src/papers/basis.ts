import type { Citation, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { amendedBy, isUnverified, shownDocument, type Plan } from '@tiaoli/engine/plan'
import { quotationOf } from './quotation.ts'

/**
 * What is cited, each place once: with whole sentences, unless these are among those that were quoted before, which they
 * are added to.
 */
export function basisOf(
  plan: Plan,
  citations: readonly Citation[],
  language: Language,
  quoted: Set<string> = new Set(),
): string[] {
  const places = citations.map((citation) => {
    const { name, words } = cited(plan, citation)
    const quoting = words ? `${name[language]}${language === 'zh' ? '：' : ': '}${words[language]}` : name[language]
    return { name: name[language], whole: `${quoting}${numbersOf(citation, language)}` }
  })
  const told = new Set(places.map(({ name, whole }) => (quoted.has(whole) ? name : whole)))
  for (const { whole } of places) quoted.add(whole)
  return [...told]
}

function cited(plan: Plan, citation: Citation): { name: Text; words: Text | undefined } {
  const { evidenceLabel } = citation
  const { zh, en } = nameOf(citation)
  const grade = isUnverified(citation) && evidenceLabel ? evidenceLabel : undefined
  const name = grade ? { zh: `${zh}〔${grade.zh}〕`, en: `${en} [${grade.en}]` } : { zh, en }
  return { name, words: quotationOf(plan, citation) }
}

/** Which numbers it gives, or gave before another place did. */
function numbersOf({ gives = [], givesNoMore = [] }: Citation, language: Language): string {
  const texts = [...gives, ...givesNoMore].map(({ text }) => text[language])
  if (texts.length === 0) return ''
  return language === 'zh' ? `〔${texts.join('；')}〕` : ` [${texts.join('; ')}]`
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
