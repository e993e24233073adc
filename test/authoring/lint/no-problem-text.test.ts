import { expect, it } from 'vitest'
import { requirement, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

const told = (parts: object) => {
  const pack: ToyParts = { requirements: [requirement(parts)] }
  return placesOf(lintsOf(pack, ['no-problem-text']))
}
const licensed = { condition: 'kitchen.licensed' }

it('a requirement that can be not met has words for the problem, or is reported', () => {
  const hit = ['no-problem-text requirements/all.json#/requirements/0/id']
  expect(told({ requires: licensed })).toEqual(hit)
  expect(told({ requires: licensed, remedy: words('请持证。', 'Get a licence.') })).toEqual(hit)
  expect(told({ requires: licensed, problem: words('没有证照。', 'The kitchen has no licence.') })).toEqual([])
})

it('a calculation has no problem to say', () => {
  expect(told({ figures: { seats: 'kitchen.seats' } })).toEqual([])
})
