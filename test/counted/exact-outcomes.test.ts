import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { AS_OF, requirement, toyPack, words, type ToyParts } from '../support/toy-pack.ts'
import { stepsOf } from './steps.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** How many more steps an evaluation takes where exact outcomes are asked for. */
function stepsForExactness(parts: ToyParts, ledger: object): number {
  const policy = compile(toyPack(parts))
  const steps = (exact: boolean) => {
    const run = () => policy.evaluate(ledger, { asOf: AS_OF, exact })
    run() // what is made ready once is not counted
    return stepsOf(run)
  }
  return steps(true) - steps(false)
}

it('no outcomes are searched where a formula looks at more records than a search is worth', () => {
  const parts: ToyParts = {
    derived: { 'town.seats': { label: words('座位', 'seats'), sum: 'kitchen.seats' } },
    requirements: [requirement({ subject: 'town', requires: leaf('town.seats', 'greaterThan', 5000) })],
  }
  const town = (count: number) => ({
    kitchens: Array.from({ length: count }, () => ({ seats: 1 })).concat({} as never),
  })
  expect(stepsForExactness(parts, town(4500))).toBeLessThan(stepsForExactness(parts, town(10)))
})

it('facts that count for nothing are searched only where one is asked twice', () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `kitchen.${letter}`)
  const question = { type: 'boolean', label: words('是否如此', 'whether it is so') }
  const given = Object.fromEntries(names.map((name) => [name, question]))
  const all = names.map((condition) => ({ condition }))
  const asking = (...conditions: object[]): ToyParts => ({
    given,
    requirements: [requirement({ requires: { all: conditions } })],
  })
  const once = stepsForExactness(asking(...all), { kitchens: [{}] })
  const twice = stepsForExactness(asking(...all, { condition: names[0]! }), { kitchens: [{}] })
  expect(once).toBeLessThan(twice / 2)
})
