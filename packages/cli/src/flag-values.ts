import type { NewFact, NewParameter } from '@tiaoli/authoring'
import type { Status } from '@tiaoli/engine'
import type { Severity } from '@tiaoli/engine/plan'

// Apart from the code that uses them, so that reading a command line loads none of it.

/** What `--status` may name. */
export const STATUSES = [
  'met',
  'met_late',
  'not_met',
  'pending',
  'exempted',
  'review',
  'not_applicable',
  'calculated',
  'unknown',
] as const satisfies readonly Status[]

/** What `--fail-on` may name: severities and statuses. */
export const FAIL_ON = [
  'violation',
  'shortfall',
  'lapse',
  'not_met',
  'pending',
  'review',
  'unknown',
] as const satisfies readonly (Severity | Status)[]
export type FailOn = (typeof FAIL_ON)[number]

/** What a pack can be turned into. */
export const EXPORT_FORMATS = ['json-rules-engine', 'json-schema', 'types', 'markdown', 'bundle'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The types that `add parameter` and `add fact` take. */
export const PARAMETER_TYPES = [
  'boolean',
  'integer',
  'money',
  'rate',
  'date',
] as const satisfies readonly NewParameter['type'][]
export const FACT_TYPES = [
  ...PARAMETER_TYPES,
  'enum',
  'id',
  'text',
  'attestation',
] as const satisfies readonly NewFact['type'][]
