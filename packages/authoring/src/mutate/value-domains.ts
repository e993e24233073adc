import type { Described, Plan } from '@tiaoli/engine/plan'

/** What can be said of the values behind a name in a condition. */
export type ValueDomains = (name: string) => Pick<Described, 'type' | 'values'>

export function valueDomains(plan: Plan): ValueDomains {
  return (name) => {
    const fact = plan.facts.get(name)
    if (fact) return fact
    const parameter = plan.parameters.get(name.replace(/^parameters\./, ''))
    if (parameter) return parameter
    // What the engine supplies itself: days, and the year.
    return { type: name === 'period.year' ? 'integer' : 'date', values: undefined }
  }
}
