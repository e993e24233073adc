import type { Plan } from '../model/plan.ts'
import type { EachEnd, EachOptions, EachResult } from '../policy.ts'

export function* evaluateEach(_plan: Plan, _records: Iterable<unknown>, _options: EachOptions): Generator<EachResult, EachEnd> {
  throw new Error('not yet')
}
