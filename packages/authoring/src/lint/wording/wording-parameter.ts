import type { DatedValue, SourcePlace, PlannedParameter } from '@tiaoli/engine/plan'
import type { LintHit, LintContext } from '../lint.ts'
import { quotedDays, quotedNumbers, quotesOf, boundsText } from './quoted-bounds.ts'

/** Values that are not among the numbers or days of the words they cite. */
export function* wordingParameter(context: LintContext): Generator<LintHit<'wording-number'>> {
  const { plan } = context
  for (const parameter of plan.parameters.values()) {
    if (!['integer', 'money', 'rate', 'date'].includes(parameter.type)) continue
    for (const { value, place } of placedValues(context, parameter)) {
      const bounds = quotesOf(plan, value).flatMap(parameter.type === 'date' ? quotedDays : quotedNumbers)
      if (bounds.length === 0 || bounds.some((bound) => bound.value === String(value.value))) continue
      const [name, words] = [parameter.name, boundsText(bounds)]
      yield {
        code: 'wording-number',
        about: name,
        place,
        message: {
          zh: `参数“${name}”的值是 ${value.value}，所引原文为“${words}”。请改正数值或出处。`,
          en: `${name} is ${value.value}, the source says ${words}. Correct the value or the source.`,
        },
      }
    }
  }
}

/** The values that the pack itself gives a parameter, also in profiles. */
function placedValues(
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
