import { NAME, TITLE, type DocumentNames } from './document-names.ts'
import { halvesOf } from './halves.ts'
import { headOf } from './head-of.ts'
import { CHINESE_NUMERAL, NUMERAL } from './numeral.ts'
import { HIDDEN, OF_ANOTHER, type NoticeSentence } from './notice-sentences.ts'
import type { Span } from './passages.ts'
import { reasonsAmong } from './reasons.ts'

const KIND = '(?:Act|Order|Ordinance|Regulations?|Rules|Code|Law|By-?laws?|Measures)'
/** Behind the title of another document, what is to be done there: 《…》第二条, 《…》四、（二）, 《…》中的“…”, 《…》作如下修改. */
const CHANGED = new RegExp(
  `${OF_ANOTHER}(?:文件)?(?:[（(][^（）()]*[）)])?[，]?[中里的]{0,2}(?:第${NUMERAL}|${CHINESE_NUMERAL}、|[（(]${NUMERAL}[）)]|${HIDDEN}|作|进行|予以|修改|修订)`,
  'u',
)
/** What a sentence has beside a title that says only of what the ones below it are. */
const HEADS =
  /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])?\s*(?:将|对|关于|修改|把)?(?:文件)?(?:[（(][^（）()]*[）)])?(?:的)?(?:作(?:出|如下|以下|下列)*|进行|予以|的)*(?:如下|以下|下列)?(?:修改|修订|修正|调整|部分(?:内容|条款))*(?:如下)?[：:。；]?$/u
const ENGLISH_HEADING = new RegExp(
  String.raw`^(?:(?:part|schedule)\s+\w+\s*[-–—:.]?\s*|\d+\.\s*)?(?:the\s+)?(?<name>(?:\p{Lu}[\p{L}’'&-]*\s+(?:(?:and|of|for|the)\s+)*)+${KIND})(?:\s+(?:No\.?\s*\S+|\d{4}|\([^()]*\)))*\s*[:.]?$`,
  'u',
)
const ENGLISH_AMENDMENT = new RegExp(
  String.raw`^(?:the\s+)?(?<name>.+?)\s*[,(]?\s*\(?Amendment\)?(?:\s+${KIND})?\b`,
  'iu',
)
const CHANGES = /修改|修正|修订|废止|调整|补充/u

/** The parts of a sentence that are about another document: from where it is named, to where this one is named again. */
export function partsOfAnother({ outside, text }: NoticeSentence, names: DocumentNames): Span[] {
  const halves = halvesOf(outside)
  const reasons = reasonsAmong(halves, outside)
  let isOfAnother = false
  return halves.flatMap((half, i): Span[] => {
    const words = outside.slice(half.from, half.to)
    const at = reasons.has(i) ? -1 : words.search(CHANGED)
    if (names.named(text.slice(half.from, half.to)).includes(NAME)) isOfAnother = false
    if (at >= 0) {
      isOfAnother = true
      return [{ from: half.from + at, to: half.to }]
    }
    return isOfAnother ? [half] : []
  })
}

/** Whether a sentence says nothing but that those below it are about another document. */
export function headsAnother({ outside, text }: NoticeSentence, names: DocumentNames): boolean {
  if (names.named(text).includes(NAME)) return false
  const english = ENGLISH_HEADING.exec(text)?.groups?.['name']
  if (english !== undefined) return !names.mayBe(english)
  return outside.includes(OF_ANOTHER) && HEADS.test(outside.replaceAll(OF_ANOTHER, ''))
}

/** Whether a sentence says that those below it are about the document itself. */
export function headsThis({ text }: NoticeSentence, names: DocumentNames): boolean {
  return names.named(text).includes(NAME)
}

/** Whether a notice says in its title that it changes another document, and not this one. */
export function isOfAnotherByTitle(text: string, names: DocumentNames): boolean {
  const { title = '' } = headOf(text)
  const titles = title.match(TITLE) ?? []
  if (titles.length > 0)
    return CHANGES.test(title) && titles.every((one) => !names.isTitle(one)) && !names.named(title).includes(NAME)
  const name = ENGLISH_AMENDMENT.exec(title)?.groups?.['name']
  return name !== undefined && /\p{Lu}/u.test(name) && !names.mayBe(name)
}

/** A text that only asks for something, or asks what others say of it. */
const PROPOSES = /征求意见|请示$|草案|送审稿|讨论稿|建议稿|\b(?:proposed|proposal|draft|consultation)\b/iu
const ASKS = /妥否，?请(?:批示|审示|批复)|现(?:就|将)[^。；]{0,30}(?:公开|面向社会)?征求意见/u

/** Whether a text is no notice yet: a draft for comment, or a request. */
export function isProposal(text: string): boolean {
  const lines = text.split(/\r\n?|\n/u, 6).map((line) => line.trim())
  const { title = '' } = headOf(text)
  return PROPOSES.test(title) || lines.some((line) => line.endsWith('请示')) || ASKS.test(text)
}
