import { statusText, type Citation, type Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { digest, FORCE_WORDS, isToBeChecked, isUnverified, TO_BE_CHECKED } from '@tiaoli/engine/plan'
import ical from 'ical-generator'
import type { Calendar, DueItem } from './calendar.ts'

type Duty = Omit<DueItem, 'due'>
type Subject = NonNullable<DueItem['subject']>

/** What a file lists; what has no known day at all is not in it. */
type Listed = Pick<Calendar, 'notices' | 'items'> & Partial<Pick<Calendar, 'spans'>>

export interface IcsOptions {
  name: string
  language: Language
  /** The day that the calendar was made for, `YYYY-MM-DD`: its entries are stamped with it, not with the clock. */
  asOf: string
  /** What a record is called; by its name in the ledger, else its id, if left out. */
  nameOf?: ((record: Subject) => string) | undefined
}

/**
 * A calendar as iCalendar text (RFC 5545): one all-day entry for each item, over all days on which it can fall due. Subjects with the same duty on the same day have
 * an entry each: a newer calendar then moves the entry of one whose day has changed, and leaves those of the others. The
 * notices are the description of the whole.
 */
export function icsOf({ notices, items, spans }: Listed, { name, language, asOf, nameOf }: IcsOptions): string {
  const calendar = ical({ name, prodId: { company: 'Tiaoli', product: 'calendar', language: language.toUpperCase() } })
  if (notices.length > 0) calendar.description(escaped(notices.map(({ text }) => text[language]).join('\n')))
  for (const item of items)
    calendar.createEvent({
      id: `${idOf(item)}@tiaoli`,
      start: new Date(`${item.due}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${asOf}T00:00:00Z`),
      summary: summaryOf(item, language, nameOf),
      description: descriptionOf(item, language),
    })
  for (const { earliest, latest, days, ...item } of spans ?? [])
    calendar.createEvent({
      id: `${idOf(item)}@tiaoli`,
      start: new Date(`${earliest}T00:00:00Z`),
      // The day behind the last.
      end: new Date(Date.parse(`${latest}T00:00:00Z`) + DAY),
      allDay: true,
      stamp: new Date(`${asOf}T00:00:00Z`),
      summary: summaryOf(item, language, nameOf),
      description: `${days[language]}\n${descriptionOf(item, language)}`,
    })
  return `${calendar.toString()}\r\n`
}

const DAY = 86_400_000

/** The library writes the text of the whole calendar as it is given: what has a meaning in RFC 5545 is marked. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

/** The same for the same duty, so that importing a newer calendar replaces its entry. */
function idOf({ pack, requirement, subject, period }: Duty): string {
  return digest([pack, requirement, subject?.id ?? null, period ?? null]).slice(0, 32)
}

function summaryOf({ title, subject, scope, period }: Duty, language: Language, nameOf: IcsOptions['nameOf']): string {
  const isChinese = language === 'zh'
  // What is of the whole ledger is of nobody in particular.
  const whom = subject && subject.pointer !== '' ? [nameOf?.(subject) ?? calledIn(subject, scope[language])] : []
  const details = [...whom, ...(period === undefined ? [] : [isChinese ? `${period}年度` : period])]
  if (details.length === 0) return title[language]
  return isChinese ? `${title.zh}（${details.join('，')}）` : `${title.en} (${details.join(', ')})`
}

/** Without name and id, by what it is in, what it is, and its place. */
function calledIn({ name, id, pointer, within = [] }: Subject, label: string): string {
  if (name !== undefined || id !== pointer) return name ?? id
  const around = within.map((above) => above.name ?? above.id)
  return [...around, `${label} ${Number(pointer.split('/').at(-1)) + 1}`].join(' ')
}

const BEARER: Text = { zh: '责任主体：', en: 'Whose duty: ' }
const FORCE: Text = { zh: '约束力：', en: 'Force: ' }

function descriptionOf(item: Duty, language: Language): string {
  const quotes = new Set(item.citations.map((citation) => citedIn(language, citation)))
  return [
    BEARER[language] + item.dutyBearer[language],
    FORCE[language] + FORCE_WORDS[item.force][language],
    ...(item.status ? [stateOf({ ...item, status: item.status })[language]] : []),
    ...quotes,
    ...(item.remedy ? [item.remedy[language]] : []),
    ...(item.note ? [item.note[language]] : []),
  ].join('\n')
}

function stateOf(item: Duty & Pick<Required<Duty>, 'status'>): Text {
  return isToBeChecked(item) ? TO_BE_CHECKED : statusText({ status: item.status, force: item.force })
}

/** Where it is in the document, or the article of the instrument, with the words. */
function citedIn(language: Language, citation: Citation): string {
  const { id, title, article, amends, quote, sentence = quote, evidenceLabel } = citation
  const place = amends?.place ?? citation.place
  const instrument = title && [language === 'zh' ? `《${title.zh}》` : title.en, article?.[language]]
  const cited = place?.[language] ?? instrument?.filter(Boolean).join(language === 'zh' ? '' : ', ') ?? id
  const grade = isUnverified(citation) ? evidenceLabel?.[language] : undefined
  const name = grade === undefined ? cited : language === 'zh' ? `${cited}〔${grade}〕` : `${cited} [${grade}]`
  return sentence ? `${name}${language === 'zh' ? '：' : ': '}${sentence[language]}` : name
}
