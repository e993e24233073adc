import { formatDay, formatDayInChinese } from '../values/date.ts'
import type { Citation, NumberGiven } from '../report/report.ts'
import { shownDocument } from '../report/shown-clause.ts'
import type { Text } from '../text/text.ts'

/** A value of a parameter that a finding used, with what gives it and what gave another one before. */
export interface ValueUsed {
  readonly parameter: string
  readonly label: Text
  readonly text: Text
  /** The first day on which it holds; absent where it holds from the beginning. */
  readonly since: number | undefined
  readonly citations: readonly Citation[]
  readonly before: { readonly text: Text; readonly citations: readonly Citation[] } | undefined
}

/**
 * What a finding goes by: what its requirement cites, and what gives it a number, where that is of another document:
 * before the others where the number was another one earlier. A place that gave that one says since when, and by what,
 * it is no longer the number.
 */
export function withNumberSources(own: readonly Citation[], values: readonly ValueUsed[]): readonly Citation[] {
  const documents = new Set(own.map(sourceOf))
  const foreign = values.filter(
    ({ citations }) => citations.length > 0 && !citations.some((citation) => documents.has(sourceOf(citation))),
  )
  const given = new Map<string, Citation>()
  for (const value of foreign)
    for (const [i, citation] of value.citations.entries()) {
      const place = placeOf(citation)
      const gives = given.get(place)?.gives ?? []
      // Of several places that give it, it is said beside the first.
      const all = i === 0 ? [...gives, givenBy(value)] : gives
      given.set(place, { ...citation, ...(all.length > 0 && { gives: all }) })
    }
  const changed = new Set(foreign.flatMap(({ before, citations }) => (before ? citations.map(placeOf) : [])))
  const isFirst = (citation: Citation) => changed.has(placeOf(citation))
  const all = [...given.values()]
  return [
    ...all.filter(isFirst),
    ...own.map((citation) => withoutNumbers(citation, foreign)),
    ...all.filter((citation) => !isFirst(citation)),
  ]
}

/** With the numbers that a place gave before, and which are now given elsewhere. */
function withoutNumbers(citation: Citation, values: readonly ValueUsed[]): Citation {
  const lost = values.flatMap((value) =>
    value.before?.citations.some((before) => placeOf(before) === placeOf(citation)) === true
      ? [givenInstead(value, value.before.text)]
      : [],
  )
  return lost.length > 0 ? { ...citation, givesNoMore: lost } : citation
}

function givenBy({ parameter, label, text, since, before }: ValueUsed): NumberGiven {
  const day = sinceDay(since)
  const was = before
    ? {
        zh: `（此前为${before.text.zh}）`,
        en: ` (before that ${before.text.en})`,
      }
    : { zh: '', en: '' }
  return {
    parameter,
    text: { zh: `${label.zh}${day.zh}为${text.zh}${was.zh}`, en: `${label.en}: ${text.en}${day.en}${was.en}` },
  }
}

function givenInstead({ parameter, label, text, since, citations }: ValueUsed, before: Text): NumberGiven {
  const day = sinceDay(since)
  const names = citations.map(nameOf)
  return {
    parameter,
    text: {
      zh: `其中${label.zh}，${day.zh}按${names.map(({ zh }) => zh).join('、')}为${text.zh}，不再是${before.zh}`,
      en: `${label.en}:${day.en} ${text.en} by ${names.map(({ en }) => en).join('; ')}, no longer ${before.en}`,
    },
  }
}

function sinceDay(since: number | undefined): Text {
  if (since === undefined) return { zh: '', en: '' }
  return { zh: `自${formatDayInChinese(since)}起`, en: ` since ${formatDay(since)}` }
}

function nameOf({ document, place, title, article, id }: Citation): Text {
  const name = document
    ? shownDocument({ entry: document })
    : title
      ? { zh: `《${title.zh}》`, en: title.en }
      : { zh: id, en: id }
  const at = document ? place : article
  return at ? { zh: `${name.zh}${at.zh}`, en: `${name.en}, ${at.en}` } : name
}

/** The document or instrument that a citation is of. */
function sourceOf({ kind, document, id }: Citation): string {
  return `${kind} ${document?.id ?? id}`
}

function placeOf({ kind, id, article }: Citation): string {
  return [kind, id, article?.zh].join(' ')
}
