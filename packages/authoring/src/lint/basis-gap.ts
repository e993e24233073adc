import { citationSpans } from './citation-spans.ts'
import { firstGap, isEmpty, overlap, spanText } from './day-span.ts'
import { lint } from '../lint.ts'

/** Times for which none of the cited instruments was in force. */
export const basisGap = lint({ 'basis-gap': 'warning' }, function* ({ plan, places }) {
  for (const { about, hasClauses, span, spans, placeOf } of citationSpans(plan, places)) {
    const gap = hasClauses ? undefined : firstGap(span, spans)
    // A side without a date says nothing of the past or the future.
    if (!gap || gap.from === -Infinity || spans.every((own) => isEmpty(overlap(own, span)))) continue
    const when = spanText(gap)
    yield {
      code: 'basis-gap',
      about,
      place: placeOf(places, 0),
      message: {
        zh: `${when.zh}，所引文件都未施行，结论将没有依据。请补充当时有效的文件，或改正日期。`,
        en: `None of the cited instruments is in force ${when.en}, so findings will have no basis. Cite one that is or correct the dates.`,
      },
    }
  }
})
