import type { Force } from '../schema/common-schema.ts'

const DUTIES = ['must', 'direct', 'constitutive'] as const satisfies readonly Force[]

type Duty = (typeof DUTIES)[number]

/** Whether it is a duty, which alone can be broken or overdue. */
export function binds(force: Force): force is Duty {
  return DUTIES.some((duty) => duty === force)
}
