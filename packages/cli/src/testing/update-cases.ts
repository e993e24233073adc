import { join } from 'node:path'
import { withValueAt } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import type { CaseFailure } from '@tiaoli/engine/plan'
import { writeFilesAtomically } from '../files/write-files.ts'
import { textIn, writableFolder, type PackOnDisk } from '../packs/pack-on-disk.ts'
import { caseIndex, type CaseOutcome, type PlannedCase } from './case-outcomes.ts'

/** An expected value that was replaced by the actual one. */
export interface UpdatedExpectation {
  file: string
  id: string
  requirement: string
  field: string
  from: unknown
  to: unknown
}

export interface CaseUpdate {
  changes: UpdatedExpectation[]
  /** Failures that no other expected value can correct: the ledger is invalid, or several findings match. */
  notUpdated: { file: string; id: string; field: string }[]
}

const FIELDS = new Set(['status', 'possible', 'unknownReasons', 'missing', 'daysLate', 'due'])

/** Replaces the expected values of failing cases by the actual ones, keeping the layout. Adds no new expectations. */
export function updateCases(pack: PackOnDisk, { plan }: Policy, outcomes: readonly CaseOutcome[]): CaseUpdate {
  const folder = writableFolder(pack)
  const update: CaseUpdate = { changes: [], notUpdated: [] }
  const texts = new Map<string, string>()
  for (const { item, failures } of outcomes) {
    const compiled = failures.find(({ runtime }) => runtime === 'compiled')?.failures ?? []
    const index = caseIndex(plan, item)
    for (const failure of compiled) {
      const path = expectedValuePath(item, index, failure)
      const { file } = item
      const { id } = item.case
      if (!path) {
        update.notUpdated.push({ file, id, field: failure.field })
        continue
      }
      const text = texts.get(file) ?? textIn(pack, file)!
      texts.set(file, withValueAt(text, path, failure.actual))
      const { requirement, field, expected, actual } = failure
      update.changes.push({ file, id, requirement, field, from: expected, to: actual })
    }
  }
  writeFilesAtomically(new Map([...texts].map(([file, text]) => [join(folder, file), text])))
  return update
}

/** The path of the expected value in the file; undefined if no other value can correct the failure. */
function expectedValuePath(
  { case: item }: PlannedCase,
  index: number,
  failure: CaseFailure,
): (string | number)[] | undefined {
  const [field, ...name] = failure.field.split('.')
  const place = item.expect.findIndex(
    ({ requirement, subject, period }) =>
      requirement === failure.requirement && subject === failure.subject && period === failure.period,
  )
  if (place === -1) return undefined
  const expectation = ['cases', index, 'expect', place]
  if (FIELDS.has(failure.field)) return [...expectation, failure.field]
  return field === 'figures' ? [...expectation, 'figures', name.join('.')] : undefined
}
