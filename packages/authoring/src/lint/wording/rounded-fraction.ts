import { everythingIn, formatRate, parseRate, type Node, type SourcePlace } from '@tiaoli/engine/plan'
import { lint, type LintContext } from '../../lint.ts'
import { citedParts } from './cited-parts.ts'
import { placedValues } from './placed-values.ts'
import { quotesOf } from './quoted-bounds.ts'
import { writtenNumbers } from './written-numbers.ts'

/** Rates meant as a fraction such as 2/3 or 15/365, which they cannot hold exactly: a multiple is missed by one. */
export const roundedFraction = lint({ 'rounded-fraction': 'warning' }, function* (context) {
  for (const { about, rate, place, quotes } of writtenRates(context)) {
    const fraction = fractionIn(quotes, rate) ?? nearestFraction(rate)
    if (!fraction) continue
    const [above, below] = fraction
    const [shown, name] = [formatRate(rate), `${above}/${below}`]
    yield {
      code: 'rounded-fraction',
      about,
      place,
      message: {
        zh: `“${about}”以 ${shown} 代替 ${name}，这个分数没有有限小数，恰好等于 ${name} 时会判错。请把两边都乘开：一边乘 ${below}00%，另一边乘 ${above}00%，再比较。`,
        en: `${about} writes ${shown} for ${name}, which is no finite decimal: what is just ${name} is judged wrongly. Multiply both sides instead: the one by ${below}00%, the other by ${above}00%, and compare.`,
      },
    }
  }
})

interface WrittenRate {
  about: string
  /** Hundred-millionths. */
  rate: number
  place: SourcePlace
  quotes: readonly string[]
}

function* writtenRates(context: LintContext): Generator<WrittenRate> {
  const { plan, places } = context
  for (const parameter of plan.parameters.values())
    if (parameter.type === 'rate')
      for (const { value, place } of placedValues(context, parameter)) {
        const rate = typeof value.value === 'string' ? parseRate(value.value) : undefined
        if (rate !== undefined) yield { about: parameter.name, rate, place, quotes: quotesOf(plan, value) }
      }
  for (const requirement of plan.requirements)
    if (requirement.pack === plan.pack.id)
      for (const { citing, roots } of citedParts(requirement))
        for (const rate of ratesIn(roots))
          yield {
            about: requirement.id,
            rate,
            place: places.named('requirement', requirement.id),
            quotes: quotesOf(plan, citing),
          }
}

function ratesIn(roots: readonly Node[]): number[] {
  return [...everythingIn(roots)].flatMap((node) =>
    node.kind === 'constant' && node.type === 'rate' && typeof node.value === 'number' ? [node.value] : [],
  )
}

type Fraction = readonly [above: number, below: number]

const WHOLE = 100_000_000

/** A fraction that the words name and to which the rate is near. */
function fractionIn(quotes: readonly string[], rate: number): Fraction | undefined {
  const named = quotes.flatMap(writtenNumbers).flatMap(({ value }): Fraction[] => {
    const [above, below] = value.split('/').map(Number)
    return below === undefined ? [] : [[above!, below]]
  })
  return named.find(([above, below]) => Math.abs(rate - (above / below) * WHOLE) < WHOLE / 100)
}

/**
 * The fraction that a rate with six digits behind the point begins with, or with five, of which fewer are meant:
 * up to the days of a year and of a month.
 */
function nearestFraction(rate: number): Fraction | undefined {
  if (rate % 100 === 0) return undefined
  const [last, largest] = rate % 10 === 0 ? [10, 31] : [1, 366]
  for (let below = 3; below <= largest; below++) {
    const above = Math.round((rate / WHOLE) * below)
    const isDecimal = (above * WHOLE) % below === 0
    if (above > 0 && !isDecimal && Math.abs(rate - (above * WHOLE) / below) < last) return [above, below]
  }
  return undefined
}
