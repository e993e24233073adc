import type { Plan } from '@tiaoli/engine/plan'

/** The root of a ledger, or a list of records in it. */
export type Scope = Plan['root']
