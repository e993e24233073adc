import assert from 'node:assert/strict'
import { handbook } from '@tiaoli/authoring'
import { calendarOf } from '@tiaoli/calendar'
import { EvaluationError, InputError, nextQuestions } from '@tiaoli/engine'
import { Evaluation, readOptions, runCompiled } from '@tiaoli/engine/runtime'
import { toJsonRules } from '@tiaoli/json-rules-engine'
import { define } from '../property.ts'
import { eachCase, worlds } from '../world.ts'

export const texts = define({
  name: 'texts',
  claim: 'no text that anybody reads holds a placeholder, and what texts share says the same as made for one ledger',
  share: 0.5,
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options }) => {
      const settings = { ...options, detail: 'trace' } as const
      const report = unlessRefused(() => policy.evaluate(ledger, settings))
      if (!report) return 0
      expectFilled(report)
      expectFilled(handbook(policy, 'zh'))
      expectFilled(toJsonRules(policy).rules.map(({ event }) => event))
      expectFilled(unlessRefused(() => nextQuestions(policy, ledger, options)))
      const { asOf, ...rest } = options
      const days = { from: asOf, to: `${asOf.slice(0, 4)}-12-31` }
      expectFilled(unlessRefused(() => calendarOf(policy, ledger, { ...rest, ...days })))
      // Explained by itself, with nothing kept of the ledgers before.
      const alone = new Evaluation({ plan: policy.plan }, ledger, readOptions(policy.plan, settings))
      assert.deepEqual(alone.report('', runCompiled).findings, report.findings)
      return 1
    }),
})

function expectFilled(value: unknown): void {
  if (typeof value === 'string') assert.doesNotMatch(value, /[{}]/)
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFilled)
}

function unlessRefused<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof InputError || error instanceof EvaluationError) return undefined
    throw error
  }
}
