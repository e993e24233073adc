import type { Severity } from '../values/severity.ts'
import type { Status } from '../values/status.ts'
import type { Force } from '../schema/common-schema.ts'

/** How grave it is not to meet a clause follows from its force alone. */
const SEVERITY: Record<Force, Severity> = {
  must: 'violation',
  direct: 'violation',
  constitutive: 'violation',
  strive: 'shortfall',
  encourage: 'suggestion',
  goal: 'indicator',
  advisory: 'advisory',
}

/** Only what is not met, or was met late, is grave at all. */
export function severityOf(status: Status, force: Force): Severity | undefined {
  if (status === 'not_met') return SEVERITY[force]
  return status === 'met_late' ? 'lapse' : undefined
}
