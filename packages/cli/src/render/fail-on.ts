import type { Finding } from '@tiaoli/engine'
import type { FailOn } from '../choices.ts'

/** Whether a finding is one of those that the command is to fail on. */
export function failsOn(named: readonly FailOn[], { status, severity }: Pick<Finding, 'status' | 'severity'>): boolean {
  return named.some((name) => name === status || name === severity)
}
