import type { Finding } from '@tiaoli/engine'
import type { FailOn } from '../flag-choices.ts'

/** Whether a finding matches `--fail-on`. */
export function failsOn(named: readonly FailOn[], { status, severity }: Pick<Finding, 'status' | 'severity'>): boolean {
  return named.some((name) => name === status || name === severity)
}
