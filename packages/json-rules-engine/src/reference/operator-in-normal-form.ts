import { isOrder, type DecoratorName, type ParsedOperator } from '@tiaoli/engine/plan'

/** What a decorator becomes where `not:` moves behind it. */
const DUALS: Readonly<Record<DecoratorName, DecoratorName>> = {
  someFact: 'everyFact',
  everyFact: 'someFact',
  someValue: 'everyValue',
  everyValue: 'someValue',
  swap: 'swap',
  not: 'not',
}

/**
 * An operator with every `not:` moved behind the other decorators, where it meets two single values, and with the
 * `maybe:` in front of it that knows what to do with unknown ones: `not:someValue:equal` becomes
 * `everyValue:maybe:not:equal`.
 */
export function operatorInNormalForm({ decorators, operator }: ParsedOperator, negated: boolean): string {
  let negative = negated
  const outer = decorators.flatMap((decorator) => {
    if (decorator !== 'not') return [negative ? DUALS[decorator] : decorator]
    negative = !negative
    return []
  })
  return [...outer, isOrder(operator) ? 'maybeOrdered' : 'maybe', ...(negative ? ['not'] : []), operator].join(':')
}
