import type { DefinitionPlaces, Plan } from '@tiaoli/engine/plan'
import { daySpan, overlap, type DaySpan } from './day-span.ts'
import { instrumentCitations, type InstrumentCitation } from './instrument-citations.ts'

/** A place of the pack itself that cites instruments, with the days on which each of them is cited and in force. */
export interface CitationSpans extends InstrumentCitation {
  spans: readonly DaySpan[]
}

/** Every place of the pack itself, not of those it uses, that cites instruments. */
export function citationSpans(plan: Plan, places: DefinitionPlaces): CitationSpans[] {
  return instrumentCitations(plan)
    .filter(({ placeOf }) => placeOf(places, 0).pack === plan.pack.id)
    .map((citation) => ({
      ...citation,
      spans: citation.basis.map(({ instrument, effective }) =>
        overlap(daySpan(effective), daySpan(plan.instruments.get(instrument)!.inForce)),
      ),
    }))
}
