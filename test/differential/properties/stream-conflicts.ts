import assert from 'node:assert/strict'
import type { EachEnd } from '@tiaoli/engine'
import type { ConflictReport } from '@tiaoli/engine/plan'
import { define } from '../property.ts'
import { eachStream, streams } from '../world/streams.ts'

export const streamConflicts = define({
  name: 'stream-conflicts',
  claim: 'the conflicts of a stream are those of the whole ledger, but for what it names as not evaluated',
  share: 0.5,
  sample: streams,
  check: (sample) =>
    eachStream(sample, ({ results, end, report }) => {
      const told = [...results.flatMap(({ conflicts }) => conflicts!), ...end.conflicts]
      const expected = report.conflicts.filter((conflict) => isTold(conflict, end))
      assert.deepEqual(told.map(gist).sort(), expected.map(gist).sort())
      return report.conflicts.length > 0 ? 1 : 0
    }),
})

/** Checks are named by their id; of ids and references, the fact. */
function isTold({ check, facts }: ConflictReport, { notEvaluated }: EachEnd): boolean {
  const concerned = check === 'duplicate' || check === 'reference' ? facts[0] : check
  return !notEvaluated.some(({ id }) => id === concerned)
}

/** All of a conflict but the id of its record, which the whole ledger leaves out if another has it too. */
function gist({ check, subject: { scope, pointer }, facts, text }: ConflictReport): string {
  return JSON.stringify({ check, scope, pointer, facts, text })
}
