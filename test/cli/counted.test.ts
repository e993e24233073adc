import { expect, test } from 'vitest'
import { en } from '../../packages/cli/src/texts/en.ts'

/** Every English sentence with a number in it, by what it says of one. */
test.each([
  [en.check.ok('p', 1, 1), 'p: 1 file, no problems (1 lint suppressed in lint.json).'],
  [en.check.hints('p', 1), 'p: no errors, 1 hint; --strict treats hints as errors.'],
  [en.check.faulty('p', 1), 'p: 1 problem.'],
  [en.packFaulty('p', 1), 'p has 1 error and cannot be used. Correct it, then run tiaoli check.'],
  [en.fmt.changed(1), 'Formatted 1 file.'],
  [en.fmt.wouldChange(1), '1 file needs formatting. Run tiaoli fmt.'],
  [en.report.hidden(1), '1 more finding not listed; select more with --status or --subject.'],
  [en.finding.late(1), '1 day late'],
  [en.stream.more(1), '1 more faulty line is not listed.'],
  [en.stream.read(1, 1), '1 record, 1 faulty.'],
  [en.compare.flipped('All cases', 1, 1), 'All cases: 1 of 1 finding flipped'],
  [en.ask.summary(1, 1, 1), '1 finding is unknown, 1 answer is missing.'],
  [en.ask.intro(1), '1 finding is unknown. Skip what you do not know; Ctrl-C or Ctrl-D to stop.'],
  [en.ask.outro(1, 1), 'Answered 1; 1 finding is still unknown.'],
  [en.test.summary(1, 0, 1), '1 case passed (1 expectation).'],
  [en.test.killed(1, 1, 0, 100), '1 mutant, 1 killed, 0 equivalent, score 100%.'],
  [en.test.updated(1), 'Updated 1 expected value. Review it before you commit.'],
])('%s', (said, expected) => {
  expect(said).toBe(expected)
})

test('more than one, and none, are several', () => {
  expect(en.test.summary(2, 0, 0)).toBe('2 cases passed (0 expectations).')
  expect(en.ask.summary(0, 2, 1)).toBe('0 findings are unknown, 2 answers are missing; 1 listed.')
})
