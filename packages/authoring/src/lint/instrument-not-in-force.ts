import { instrumentCitations } from './instrument-citations.ts'
import { lint } from './lint.ts'
import { spanText, isEmpty, overlap, daySpan, firstGap } from './day-span.ts'

/** Instruments cited for a time in which they were not in force, and times for which no cited one was. */
export const instrumentNotInForce = lint(
  { 'instrument-not-in-force': 'warning', 'basis-gap': 'warning' },
  function* ({ plan, places }) {
    for (const { about, basis, hasClauses, span, placeOf } of instrumentCitations(plan)) {
      if (placeOf(places, 0).pack !== plan.pack.id) continue
      const spans = basis.map(({ instrument, effective }) =>
        overlap(daySpan(effective), daySpan(plan.instruments.get(instrument)!.inForce)),
      )
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
  },
)
