import type { NewFact, NewParameter, Reading } from '@tiaoli/authoring'
import type { Severity, Status } from '@tiaoli/engine/names'

// Apart from the code that uses them, so that reading a command line loads none of it.

type Chosen<Table extends object> = { [Name in keyof Table]: Table[Name] extends true ? Name : never }[keyof Table]

/** The names that a table of all of them answers with true: a name that the table forgets does not compile. */
function chosen<Table extends object>(table: Table): Chosen<Table>[] {
  return Object.entries(table).flatMap(([name, isChosen]) => (isChosen ? [name as Chosen<Table>] : []))
}

/** What `--fail-on` may name: severities and statuses. */
const FAILS_ON = {
  violation: true,
  shortfall: true,
  lapse: true,
  not_met: true,
  pending: true,
  review: true,
  unknown: true,
  suggestion: false,
  indicator: false,
  advisory: false,
  met: false,
  met_late: false,
  exempted: false,
  not_applicable: false,
  calculated: false,
} as const satisfies Record<Severity | Status, boolean>
export type FailOn = Chosen<typeof FAILS_ON>
export const FAIL_ON = chosen(FAILS_ON)

/** How `amend` reads a new text. */
export const READINGS = chosen({ whole: true, notice: true } as const satisfies Record<Reading, true>)

/** What a pack can be turned into. */
export const EXPORT_FORMATS = ['json-rules-engine', 'json-schema', 'types', 'markdown', 'bundle'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The types that `add parameter` and `add fact` take. */
export const PARAMETER_TYPES = chosen({
  boolean: true,
  integer: true,
  money: true,
  rate: true,
  date: true,
} as const satisfies Record<NewParameter['type'], true>)
export const FACT_TYPES = chosen({
  boolean: true,
  integer: true,
  money: true,
  rate: true,
  date: true,
  enum: true,
  id: true,
  text: true,
  attestation: true,
} as const satisfies Record<NewFact['type'], true>)
