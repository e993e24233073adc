import assert from 'node:assert/strict'
import type { EachResult, Finding } from '@tiaoli/engine'
import { define } from '../property.ts'
import { keyOf } from '../world.ts'
import { eachStream, streams } from '../world/streams.ts'

export const stream = define({
  name: 'stream',
  claim: 'a stream says what the whole ledger says, or lists the requirement as not evaluated',
  share: 0.5,
  sample: streams,
  check: (sample) =>
    eachStream(sample, ({ results, end, report }) => {
      const left = new Set(end.notEvaluated.map(({ id }) => id))
      const told = [...results.flatMap(findingsOf), ...(end.findings as Finding[])]
      const expected = report.findings.filter(({ requirement }) => !left.has(requirement))
      assert.deepEqual(told.map(keyOf).sort(), expected.map(keyOf).sort())
      const byKey = new Map(expected.map((finding) => [keyOf(finding), finding]))
      for (const finding of told) agrees(finding, byKey.get(keyOf(finding))!)
      return told.length > 0 ? 1 : 0
    }),
})

/** Outcomes that are not exact are a superset of those that are: that is all that may differ. */
function agrees(told: Finding, expected: Finding): void {
  const gist = ({ status, due, daysLate, exception, notInForce }: Finding) => ({
    status,
    due,
    daysLate,
    exception: exception?.id,
    notInForce,
  })
  assert.deepEqual(gist(told), gist(expected), keyOf(told))
  const [fewer, more] = expected.exact ? [expected, told] : [told, expected]
  assert.deepEqual(
    fewer.possible.filter((outcome) => !more.possible.includes(outcome)),
    [],
    keyOf(told),
  )
  if (told.exact === expected.exact) assert.deepEqual(told.possible, expected.possible, keyOf(told))
}

function findingsOf({ findings, problems }: EachResult): Finding[] {
  assert.equal(problems, undefined)
  return findings as Finding[]
}
