import type { Text } from '@tiaoli/engine'
import { parseDay, shownPlace, type Plan, type PlannedClause, type PlannedDocument } from '@tiaoli/engine/plan'
import { readNotice } from './align-notice.ts'
import { DocumentNames, NAME, namesOfDocument } from './document-names.ts'
import { ARTICLE_MARK } from './item-marks.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { similarity } from './relate.ts'

/** What stands in a document on a day: one of its clauses, or what a later document put in its place. */
export interface StandingClause extends Pick<PlannedClause, 'force' | 'bearer' | 'testability'> {
  /** The clauses that say it, as the pack cites them. */
  readonly references: readonly string[]
  /** What rules may cite for it: the same, and those that they continue. */
  readonly cited: readonly string[]
  /** Where it is in the document that was amended. */
  readonly place: Text | undefined
  /** The paragraph in which it begins, as the text of the document that was amended has it. */
  readonly paragraph: number | undefined
  readonly shownPlace: Text
  readonly text: Text
  /** Its words in all languages, where `text` has those of the one in which a new text is laid beside it. */
  readonly original?: Text
  /** Whether a document in the pack changes it on a later day. */
  readonly isChangedLater: boolean
}

interface Standing {
  readonly clauses: readonly PlannedClause[]
  readonly cited: readonly string[]
  readonly place: Text | undefined
  readonly paragraph: number | undefined
  readonly shownPlace: Text
  readonly text: Text
}

/** From this share on, a clause that continues another says it itself, and does not only speak of it. */
const SAYS_ITSELF = 0.5

/** Clauses with their words in one language alone. */
export function clausesInLanguage(clauses: readonly StandingClause[], language: 'zh' | 'en'): StandingClause[] {
  return clauses.map((clause) => {
    const words = clause.text[language]
    return { ...clause, text: { zh: words, en: words }, original: clause.text }
  })
}

/**
 * A document as it stands on a day, with what later documents of the pack have made of it by then.
 *
 * @param original The text of the document, of which the paragraphs are told.
 */
export function standingClauses(
  plan: Plan,
  document: PlannedDocument,
  from: string,
  original?: string,
): StandingClause[] {
  const day = parseDay(from) ?? Infinity
  const all = [...plan.clauses.values()]
  const later = [...plan.documents.values()]
    .filter((other) => other !== document && other.from <= day)
    .sort((a, b) => a.from - b.from)
  const own = all.filter((clause) => clause.document === document)
  const paragraphs =
    original === undefined
      ? []
      : paragraphsOf(
          own.map(({ text }) => text.zh),
          original,
        )
  let standing = own.map((clause, i): Standing => {
    const { reference, place, text } = clause
    const paragraph = paragraphs[i]
    return { clauses: [clause], cited: [reference], place, paragraph, shownPlace: shownPlace(clause), text }
  })
  for (const other of later) {
    const clauses = all.filter((clause) => clause.document === other && isInForce(clause, day))
    const isOfFirst = document === plan.document && clauses.every(({ changes }) => changes === undefined)
    if (isOfFirst || isOf(document, standing, clauses)) standing = changedBy(standing, clauses, document, day)
  }
  return standing.flatMap(({ clauses, ...item }) => {
    const [first] = clauses
    if (!first) return []
    const { force, bearer, testability } = first
    const references = clauses.map(({ reference }) => reference)
    const isChangedLater = clauses.some(({ endings }) =>
      endings.some((ending) => ending.day > day && !document.endings.includes(ending)),
    )
    return [{ ...item, force, testability, ...(bearer ? { bearer } : {}), references, isChangedLater }]
  })
}

/** What orders something from a later day on is not in force yet. */
function isInForce({ changes, to }: PlannedClause, day: number): boolean {
  return to > day && !(changes ?? []).some(({ from }) => from !== undefined && (parseDay(from) ?? day) > day)
}

/** Whether clauses change some of a document, or name it. */
function isOf(document: PlannedDocument, standing: readonly Standing[], clauses: readonly PlannedClause[]): boolean {
  const text = clauses.map((clause) => clause.text.zh).join('\n')
  const isNamed = new DocumentNames(namesOfDocument(document), text).named(text).includes(NAME)
  return (
    isNamed ||
    standing.some((item) => item.clauses.some(({ endings }) => endings.some(({ by }) => clauses.includes(by))))
  )
}

function changedBy(
  standing: readonly Standing[],
  clauses: readonly PlannedClause[],
  document: PlannedDocument,
  day: number,
): Standing[] {
  const texts = clauses.map(({ text }) => text.zh)
  const read = readNotice(
    standing.map(({ text, place, paragraph }) => ({ words: text.zh, place, paragraph })),
    texts,
    namesOfDocument(document),
  )
  const isNotice = read.clauses.some(({ orders }) => orders.length > 0)
  const known = new Set<string>()
  const changed = standing.flatMap((item, i): Standing[] => {
    const endings = item.clauses.flatMap((clause) => clause.endings).filter((ending) => ending.day <= day)
    const own = endings.filter(({ by }) => clauses.includes(by))
    if (own.length === 0) return [item]
    if (own.some(({ how }) => how === 'ends')) return []
    const by = [...new Set(own.map((ending) => ending.by))]
    const isContinued = own.every(({ how }) => how === 'continues')
    const { orders, passages } = read.clauses[i]!
    const reads = own.find((ending) => ending.reads)?.reads
    const said = orders.length > 0 ? passages.map(({ text }) => text) : by.map(({ text }) => text.zh)
    const words = reads?.zh ?? said.join('')
    const isSaid = reads || orders.length > 0 || !isContinued || similarity(words, item.text.zh) >= SAYS_ITSELF
    // What several clauses were merged into is one.
    const key = `${by.map(({ reference }) => reference).join()} ${words}`
    if (isSaid && known.has(key)) return []
    known.add(key)
    const [first] = by
    const place = isNotice ? item.place : (first?.place ?? item.place)
    const cited = by.map(({ reference }) => reference)
    return [
      {
        clauses: by,
        cited: isContinued ? [...item.cited, ...cited] : cited,
        place,
        paragraph: isNotice ? item.paragraph : undefined,
        shownPlace: place ?? item.shownPlace,
        text: isSaid && words !== item.text.zh ? (reads ?? { zh: words, en: words }) : item.text,
      },
    ]
  })
  return [...changed, ...added(read, clauses)]
}

/** What a notice put in at a place of its own. */
function added(read: ReturnType<typeof readNotice>, clauses: readonly PlannedClause[]): Standing[] {
  return read.added.flatMap(({ at, text, place: where }): Standing[] => {
    const clause = clauses[at]
    if (!clause || where === undefined) return []
    const own = ownPlaceOf(text, where)
    const place = own === undefined ? undefined : { zh: own, en: own }
    const { reference } = clause
    const shown = place ?? shownPlace(clause)
    const put = { place, paragraph: undefined, shownPlace: shown, text: { zh: text, en: text } }
    return [{ clauses: [clause], cited: [reference], ...put }]
  })
}

const ARTICLE = new RegExp(`^${ARTICLE_MARK}`, 'u')

/** Where new words stand: at the place that the notice gives them, or else as they number themselves. */
function ownPlaceOf(text: string, where: string): string | undefined {
  const unit = /^(?:after|before) (?:the )?(?<unit>\p{L}+)\b/iu.exec(where)?.groups?.['unit']
  if (unit === undefined && !/[前后]$/u.test(where)) return where
  const number = /^\d+[A-Z]{0,2}(?=[.\s])/u.exec(text)?.[0]
  return unit !== undefined && number !== undefined ? `${unit.toLowerCase()} ${number}` : ARTICLE.exec(text)?.[0]
}
