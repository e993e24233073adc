import type { Expression } from './expression.ts'
import type { Law } from './law.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { Session } from './session.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'

/** In place of a truth or a value that was not yet asked for in a context. */
export const NOT_COMPUTED = Symbol('not asked')

/** The law and the period under which a condition is evaluated. */
export interface EvaluationContext {
  readonly session: Session
  /** The day whose law governs; unknown, or none, where the fact it is taken from is. */
  readonly at: Value
  readonly year: number
  readonly yearStart: number
  readonly yearEnd: number
  readonly law: Law
  /** Marks cached derived values that hold under this law only. */
  stamp: number
  /** Marks those that hold in every context. */
  sessionStamp: number
  /** Answers that are the same for every record in this context, by the place they were given in the plan. */
  readonly hoisted: (Value | Truth | typeof NOT_COMPUTED)[]
  /** See `Session.yearly`. */
  yearly: EvaluationContext | undefined
  /** The last day, once it was asked for: see `dueDate`. */
  due: Value | typeof NOT_COMPUTED
  /** The last day of the requirement that is being evaluated, if it has one, and the record of which it is asked. */
  dueOf: Expression | undefined
  subject: LedgerRecord | undefined
}

/** The last day of what is being evaluated, null if it has no due date. It is computed when something first asks for it. */
export function dueDate(context: EvaluationContext): Value {
  if (context.due !== NOT_COMPUTED) return context.due
  const { dueOf, subject } = context
  return (context.due = dueOf && subject ? dueOf.run(subject, context) : null)
}
