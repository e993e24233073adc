import { statusText, type Citation } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { digest, FORCE_WORDS } from '@tiaoli/engine/plan'
import ical from 'ical-generator'
import type { Calendar, DueItem } from './calendar.ts'

type Duty = Omit<DueItem, 'due'>

/** What a file lists; what has no known day at all is not in it. */
type Listed = Pick<Calendar, 'notices' | 'items'> & Partial<Pick<Calendar, 'spans'>>

export interface IcsOptions {
  name: string
  language: Language
  /** The day that the calendar was made for, `YYYY-MM-DD`: its entries are stamped with it, not with the clock. */
  asOf: string
}

/**
 * A calendar as iCalendar text (RFC 5545): one all-day entry for each item, over all days on which it can fall due. Subjects with the same duty on the same day have
 * an entry each: a newer calendar then moves the entry of one whose day has changed, and leaves those of the others. The
 * notices are the description of the whole.
 */
export function icsOf({ notices, items, spans }: Listed, { name, language, asOf }: IcsOptions): string {
  const calendar = ical({ name, prodId: { company: 'Tiaoli', product: 'calendar', language: language.toUpperCase() } })
  if (notices.length > 0) calendar.description(escaped(notices.map(({ text }) => text[language]).join('\n')))
  for (const item of items)
    calendar.createEvent({
      id: `${idOf(item)}@tiaoli`,
      start: new Date(`${item.due}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${asOf}T00:00:00Z`),
      summary: summaryOf(item, language),
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
      summary: summaryOf(item, language),
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

function summaryOf({ title, subject, period }: Duty, language: Language): string {
  const details = [subject?.id, period].filter((detail) => detail !== undefined && detail !== '')
  if (details.length === 0) return title[language]
  return language === 'zh' ? `${title.zh}（${details.join('，')}）` : `${title.en} (${details.join(', ')})`
}

function descriptionOf(item: Duty, language: Language): string {
  const quotes = new Set(item.citations.map((citation) => citedIn(language, citation)))
  return [
    `${item.dutyBearer[language]} · ${FORCE_WORDS[item.force][language]}`,
    ...(item.status ? [statusText({ status: item.status, force: item.force })[language]] : []),
    ...quotes,
    ...(item.remedy ? [item.remedy[language]] : []),
    ...(item.note ? [item.note[language]] : []),
  ].join('\n')
}

/** Where it is in the document, or the article of the instrument, with the words. */
function citedIn(language: Language, citation: Citation): string {
  const { id, title, article, amends, quote, sentence = quote } = citation
  const place = amends?.place ?? citation.place
  const instrument = title && [language === 'zh' ? `《${title.zh}》` : title.en, article?.[language]]
  const name = place?.[language] ?? instrument?.filter(Boolean).join(language === 'zh' ? '' : ', ') ?? id
  return sentence ? `${name}${language === 'zh' ? '：' : ': '}${sentence[language]}` : name
}
