import { citationSpans } from './citation-spans.ts'
import { isEmpty, overlap, spanText } from './day-span.ts'
import { lint } from '../lint.ts'

/** Instruments cited for a time in which they were not in force. */
export const instrumentNotInForce = lint({ 'instrument-not-in-force': 'warning' }, function* ({ plan, places }) {
  for (const { about, basis, span, spans, placeOf } of citationSpans(plan, places))
    for (const [i, { instrument }] of basis.entries()) {
      if (!isEmpty(overlap(spans[i]!, span))) continue
      const when = spanText(span)
      yield {
        code: 'instrument-not-in-force',
        about,
        place: placeOf(places, i),
        message: {
          zh: `文件“${instrument}”在此处适用的时间（${when.zh}）内并未施行。请改引当时有效的文件，或改正日期。`,
          en: `The instrument "${instrument}" was not in force in the time for which it is cited (${when.en}). Cite the one that was or correct the dates.`,
        },
      }
    }
})
