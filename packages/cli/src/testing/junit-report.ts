import { pointerOf } from '@tiaoli/engine/plan'
import junit from 'junit-report-builder'
import { hasFailed, type CaseOutcome } from './case-outcomes.ts'

/** The outcomes as JUnit XML, one suite per case file, and one for requirements without a case. */
export function junitReport(packId: string, outcomes: readonly CaseOutcome[], withoutCase: readonly string[]): string {
  const builder = junit.newBuilder()
  for (const [file, cases] of Map.groupBy(outcomes, ({ item }) => item.file)) {
    const suite = builder.testSuite().name(`${packId}/${file}`)
    for (const { item, faults, failures, milliseconds } of cases) {
      const test = suite
        .testCase()
        .className(`${packId}/${file}`)
        .name(item.case.id)
        .time(milliseconds / 1000)
      const refused = faults.map(({ path, problem }) => `${pointerOf(path)} ${problem.message.en}`)
      const different = failures.flatMap(({ runtime, failures: found }) =>
        found.map(
          ({ requirement, subject, period, field, expected, actual }) =>
            `${runtime}: ${[requirement, subject, period].filter((part) => part !== undefined).join(' ')} ${field}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`,
        ),
      )
      if (hasFailed({ faults, failures })) test.failure([...refused, ...different].join('\n'))
    }
  }
  if (withoutCase.length > 0) {
    const suite = builder.testSuite().name(`${packId}/requirements`)
    for (const id of withoutCase)
      suite.testCase().className(`${packId}/requirements`).name(id).failure('no case expects anything of it')
  }
  return `${builder.build().trimEnd()}\n`
}
