import { evaluateEach } from './evaluate-each.ts'
import type { Limits } from '../pack/limits.ts'
import type { PackSource } from '../pack/read-files.ts'
import type { StreamingPolicy } from './policy.ts'
import { compileWhole } from './policy-of.ts'

/**
 * Compiles a rule pack. Throws `PackError`, with every diagnostic, where anything in it is wrong.
 *
 * @example
 * import { compile } from '@tiaoli/engine'
 * import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
 *
 * const policy = compile(ganzhou)
 * const report = policy.evaluate(ledger, { asOf: '2019-01-01', profile: 'literal' })
 */
export function compile(source: PackSource, limits?: Partial<Limits>): StreamingPolicy {
  const policy = compileWhole(source, limits)
  return { ...policy, evaluateEach: (records, options) => evaluateEach(policy, records, options) }
}
