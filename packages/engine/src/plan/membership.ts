import type { Given } from './fact.ts'
import { isWithin, type Scope } from './scope.ts'

/** How the records of one scope belong to those of another, where a formula goes over them. */
export interface Membership {
  /** The scope of the records to which the formula belongs. */
  readonly from: Scope
  /** The scope of the records that it goes over. */
  readonly over: Scope
  /** The reference by which they belong; undefined for records below. */
  readonly by: Given | undefined
}

/** The records below; else those that refer, `ambiguous` where two references lead there. */
export function findMembership(from: Scope, over: Scope): Membership | 'none' | 'ambiguous' {
  if (over !== from && isWithin(over, from)) return { from, over, by: undefined }
  const [by, other] = over.references.filter(({ to }) => to === from)
  if (!by) return 'none'
  return other ? 'ambiguous' : { from, over, by }
}
