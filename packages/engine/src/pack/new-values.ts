import type { Parameter } from '../schema/parameters-schema.ts'

/** The clauses that give a parameter another value than it has besides, as the plan cites them. */
export function clausesWithNewValues(parameters: readonly Parameter[]): ReadonlySet<string> {
  return new Set(
    parameters.flatMap(({ values }) =>
      values.flatMap(({ value, clauses = [] }, i) => (i > 0 && values[i - 1]!.value !== value ? clauses : [])),
    ),
  )
}
