import type { DatedValue, PlannedParameter, SourcePlace } from '@tiaoli/engine/plan'
import type { LintContext } from '../../lint.ts'

/** The values that the pack itself gives a parameter, also in profiles. */
export function placedValues(
  { plan, places }: LintContext,
  parameter: PlannedParameter,
): { value: DatedValue; place: SourcePlace }[] {
  const id = parameter.name.replace('parameters.', '')
  return [
    ...parameter.entry.values.map((value, i) => ({
      value,
      place: places.within('parameter', id, 'values', i, 'value'),
    })),
    ...[...plan.profiles].flatMap(([profile, { timelines }]) =>
      (timelines.get(parameter)?.values ?? []).map((value, i) => ({
        value,
        place: places.within('profile', profile, 'parameters', id, i, 'value'),
      })),
    ),
  ].filter(({ place }) => place.pack === plan.pack.id)
}
