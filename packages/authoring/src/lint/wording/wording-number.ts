import { everythingIn } from '@tiaoli/engine/plan'
import { lint, type LintContext, type LintHit } from '../../lint.ts'
import { citedParts } from './cited-parts.ts'
import { placedValues } from './placed-values.ts'
import { boundsText, isBound, quotedDays, quotedNumbers, quotesOf } from './quoted-bounds.ts'
import { writtenValues } from './written-values.ts'

type Hit = LintHit<'wording-number'>

/** Numbers of the words that are cited which are not written where these are cited. */
export const wordingNumber = lint({ 'wording-number': 'warning' }, function* (context) {
  yield* numbersNotInConditions(context)
  yield* valuesNotInWords(context)
})

/** Numbers that a requirement cites and none of its conditions and formulas has. */
function* numbersNotInConditions({ plan, places }: LintContext): Generator<Hit> {
  for (const requirement of plan.requirements) {
    if (requirement.pack !== plan.pack.id) continue
    const { id } = requirement
    const [{ citing, roots }] = citedParts(requirement)
    const nodes = [...everythingIn(roots)]
    const written = nodes.flatMap((node) => writtenValues(plan, node))
    const quoted = quotesOf(plan, citing).flatMap(quotedNumbers)
    for (const { words, value } of quoted.filter((bound) => !written.some((item) => isBound(bound, item))))
      yield {
        code: 'wording-number',
        about: id,
        place: places.within('requirement', id, citing.clauses ? 'clauses' : 'basis'),
        message: {
          zh: `“${id}”引用了“${words}”，条件中却没有 ${value}。请补上，或改正出处。`,
          en: `${id} cites ${words} but has no ${value}. Add it or correct the source.`,
        },
      }
  }
}

/** Values of parameters that are not among the numbers or days of the words they cite. */
function* valuesNotInWords(context: LintContext): Generator<Hit> {
  const { plan } = context
  for (const parameter of plan.parameters.values()) {
    if (!['integer', 'money', 'rate', 'date'].includes(parameter.type)) continue
    for (const { value, place } of placedValues(context, parameter)) {
      const bounds = quotesOf(plan, value).flatMap(parameter.type === 'date' ? quotedDays : quotedNumbers)
      if (
        bounds.length === 0 ||
        bounds.some((bound) => isBound(bound, { value: String(value.value), type: parameter.type }))
      )
        continue
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
