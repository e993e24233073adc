import { statusSchema, type Status } from '../schema/cases.ts'
import { SETS, statusOf } from './decide.ts'
import type { Settings } from './options.ts'

type Summary = Record<Status, number>

const NO_FINDINGS = Object.fromEntries(statusSchema.options.map((status) => [status, 0])) as Summary

/** Whether findings with a set of outcomes are listed. */
export function isListed(set: number, { notInForce, statuses }: Settings): boolean {
  return (set !== 0 || notInForce) && (statuses === undefined || statuses.has(statusOf(set)))
}

/** How many findings there are of each status, by how often each set of outcomes was found. */
export function summaryOf(counts: Uint32Array, { notInForce }: Settings): Summary {
  const summary = { ...NO_FINDINGS }
  for (let set = 0; set < SETS; set++)
    if (counts[set]! > 0 && (set !== 0 || notInForce)) summary[statusOf(set)] += counts[set]!
  return summary
}
