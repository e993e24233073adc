import type { Basis, SourcePlace, DefinitionPlaces, Plan } from '@tiaoli/engine/plan'
import { daySpan, type DaySpan } from './day-span.ts'

/** One place that cites outside instruments, and the days on which it needs them. */
export interface InstrumentCitation {
  /** The requirement or `parameters.<id>` that cites. */
  about: string
  basis: readonly Basis[]
  /** It also cites clauses of the document. */
  hasClauses: boolean
  span: DaySpan
  placeOf: (places: DefinitionPlaces, i: number) => SourcePlace
}

type CitingPart = { basis?: readonly Basis[] | undefined; clauses?: readonly string[] | undefined }

/** Every place of a pack, and of those it uses, that cites outside instruments. */
export function instrumentCitations(plan: Plan): InstrumentCitation[] {
  const citing = (
    kind: 'requirement' | 'parameter' | 'profile',
    of: { about: string; id: string },
    { basis = [], clauses = [] }: CitingPart,
    span: DaySpan,
    ...steps: (string | number)[]
  ): InstrumentCitation[] =>
    basis.length === 0
      ? []
      : [
          {
            about: of.about,
            basis,
            hasClauses: clauses.length > 0,
            span,
            placeOf: (places, i) => places.within(kind, of.id, ...steps, 'basis', i),
          },
        ]
  const requirements = plan.requirements.flatMap(({ id, entry }) => {
    const of = { about: id, id }
    const span = daySpan(entry.effective)
    return [
      ...citing('requirement', of, entry, span),
      ...(entry.unless ?? []).flatMap((part, i) => citing('requirement', of, part, span, 'unless', i)),
      ...(entry.notes ?? []).flatMap((part, i) => citing('requirement', of, part, span, 'notes', i)),
      ...(entry.laterRules ?? []).map((rule, i): InstrumentCitation => ({
        about: id,
        basis: [rule],
        // It is shown with the requirement, but is not what it rests on.
        hasClauses: true,
        span: daySpan({ from: rule.from }),
        placeOf: (places) => places.within('requirement', id, 'laterRules', i),
      })),
    ]
  })
  const parameters = [...plan.parameters].flatMap(([id, { name, entry }]) =>
    entry.values.flatMap((value, i) => citing('parameter', { about: name, id }, value, daySpan(value), 'values', i)),
  )
  const profiles = [...plan.profiles].flatMap(([id, { entry }]) =>
    Object.entries(entry.parameters).flatMap(([name, values]) =>
      values.flatMap((value, i) => citing('profile', { about: id, id }, value, daySpan(value), 'parameters', name, i)),
    ),
  )
  return [...requirements, ...parameters, ...profiles]
}
