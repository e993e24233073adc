import assert from 'node:assert/strict'
import { compile, EvaluationError, InputError } from '@tiaoli/engine'
import { Evaluation, readOptions, runCompiled, type Judge } from '@tiaoli/engine/runtime'
import { define } from '../property.ts'
import { worlds, type Case } from '../world.ts'
import type { Json } from '../world/condition.ts'
import { chosenIn, without } from '../world/ledger.ts'
import { packOf } from '../world/pack.ts'

/** Enough for records to be decided together; and now and then for several blocks of them. */
const SOME = 40
const MANY = 2500

/** Asks of each record by itself: only the compiled conditions as they are may be asked of many at once. */
const oneByOne: Judge = ({ condition }, record, context) => condition.run(record, context)

export const together = define({
  name: 'together',
  claim: 'verdicts of many records decided together are those of each record decided by itself',
  sample: worlds,
  check: ({ draft, cases }) => {
    const { plan } = compile(packOf(draft))
    const [{ options, seed }] = cases as [Case]
    const settings = readOptions(plan, { ...options, detail: 'verdicts', notInForce: true })
    const ledger = townOf(cases, seed % 24 === 0 ? MANY : SOME)
    const reported = (judge: Judge) =>
      outcome(() => {
        const evaluation = new Evaluation({ plan }, ledger, settings)
        const first = evaluation.report('', judge)
        // Asked again, of facts that were derived before, and of facts that must be derived again.
        assert.deepEqual(evaluation.report('', judge), first)
        evaluation.session.renew()
        assert.deepEqual(evaluation.report('', judge), first)
        return first
      })
    assert.deepEqual(reported(runCompiled), reported(oneByOne))
    return cases.length
  },
})

/** One town with the kitchens of all, and again from the first until there are so many. */
function townOf(cases: readonly Case[], least: number): Json {
  const towns = cases.map(({ whole, blank }) => without(whole, chosenIn(whole, blank)))
  const kitchens = towns.flatMap((town) => (Array.isArray(town['kitchens']) ? (town['kitchens'] as Json[]) : []))
  const count = kitchens.length === 0 ? 0 : Math.max(least, kitchens.length)
  return {
    ...towns[0],
    kitchens: Array.from({ length: count }, (_, i) => ({ ...kitchens[i % kitchens.length], id: `K${i}` })),
  }
}

function outcome<T>(run: () => T): T | string {
  try {
    return run()
  } catch (error) {
    if (error instanceof InputError || error instanceof EvaluationError) return error.message
    throw error
  }
}
