import type { Described, Given, ValueType } from '../plan/fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { Text } from '../text/text.ts'

/** What an answer looks like: the value of a fact or a parameter, or the records of a list. */
export type AnswerForm =
  | {
      readonly kind: 'value'
      readonly type: ValueType
      readonly unit?: Text
      /** The values to choose from, for an enum. */
      readonly values?: readonly { readonly value: string; readonly label: Text }[]
      /** What `null` means here; absent where it is not accepted. */
      readonly none?: Text
      /** The scope whose records a reference may name. */
      readonly to?: string
    }
  | {
      /** A list of records, or with `year` the one record of a year. */
      readonly kind: 'records'
      readonly scope: string
      readonly year?: number
      /** The list is an object with a record for each year, such as `{ "2019": {} }`. */
      readonly keyed?: true
      readonly none?: Text
    }

/** How to answer for a fact, a parameter (`parameters.<id>`) or a scope's records. */
export function formOf(plan: Plan, name: string, pointer: string | undefined): AnswerForm {
  const scope = plan.scopes.get(name)
  if (scope && pointer?.split('/').at(-2) === 'complete') return { kind: 'value', type: 'boolean' }
  if (scope) {
    const year = Number(pointer?.split('/').at(-1))
    return {
      kind: 'records',
      scope: name,
      ...(scope.keyed ? (Number.isInteger(year) ? { year } : { keyed: true }) : {}),
      ...(scope.none ? { none: scope.none } : {}),
    }
  }
  const fact = plan.facts.get(name)
  if (fact?.kind === 'given') return ofGiven(fact)
  return ofValue((fact ?? plan.parameters.get(name.replace('parameters.', '')))!)
}

function ofGiven(fact: Given): AnswerForm {
  return {
    ...ofValue(fact),
    ...(fact.nullable && fact.none ? { none: fact.none } : {}),
    ...(fact.to ? { to: fact.to.name } : {}),
  }
}

function ofValue({ type, currency, unit = currency?.minor.unit, values }: Described): AnswerForm & { kind: 'value' } {
  return {
    kind: 'value',
    type,
    ...(unit ? { unit } : {}),
    ...(values ? { values: [...values].map(([value, label]) => ({ value, label })) } : {}),
  }
}
