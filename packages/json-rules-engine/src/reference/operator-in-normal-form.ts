const DUALS: Readonly<Record<string, string>> = {
  someFact: 'everyFact',
  everyFact: 'someFact',
  someValue: 'everyValue',
  everyValue: 'someValue',
}

/**
 * An operator with every `not:` moved behind the other decorators, where it meets two single values, and with the
 * `maybe:` in front of it that knows what to do with unknown ones: `not:someValue:equal` becomes
 * `everyValue:maybe:not:equal`.
 */
export function operatorInNormalForm(operator: string, negated: boolean): string {
  const decorators = operator.split(':')
  const bare = decorators.pop()!
  let negative = negated
  const outer = decorators.flatMap((decorator) => {
    if (decorator !== 'not') return [negative ? (DUALS[decorator] ?? decorator) : decorator]
    negative = !negative
    return []
  })
  return [...outer, bare.includes('Than') ? 'maybeOrdered' : 'maybe', ...(negative ? ['not'] : []), bare].join(':')
}
