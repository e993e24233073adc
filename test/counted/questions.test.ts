import { compile, nextQuestions } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { AS_OF, requirement, toyPack } from '../support/toy-pack.ts'
import { stepsOf } from './steps.ts'

/** Steps to ask what is missing of a condition with so many comparisons of one fact, each with another number. */
function stepsFor(count: number): number {
  const all = Array.from({ length: count }, (_, value) => ({ fact: 'kitchen.seats', operator: 'notEqual', value }))
  const policy = compile(toyPack({ requirements: [requirement({ requires: { all } })] }))
  const run = () => nextQuestions(policy, { kitchens: [{}] }, { asOf: AS_OF })
  run() // what is made ready once is not counted
  return stepsOf(run)
}

it('values are tried the less often the more comparisons there are', () => {
  const [some, more] = [1000, 2000].map(stepsFor)
  expect(more! / some!).toBeLessThan(1.6)
})
