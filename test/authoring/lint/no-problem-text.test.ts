import { expect, it } from 'vitest'
import { requirement, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

const reported = (parts: Parameters<typeof requirement>[0]) => {
  const pack: ToyParts = { requirements: [requirement(parts)] }
  return placesOf(lintsOf(pack, ['no-problem-text']))
}
const licensed = { condition: 'kitchen.licensed' }

it('a requirement that can be not met has words for the problem, or is reported', () => {
  const hit = ['no-problem-text requirements/all.json#/requirements/0/id']
  expect(reported({ requires: licensed })).toEqual(hit)
  expect(reported({ requires: licensed, remedy: words('请持证。', 'Get a licence.') })).toEqual(hit)
  expect(reported({ requires: licensed, problem: words('没有证照。', 'The kitchen has no licence.') })).toEqual([])
})

it('a calculation has no problem to say', () => {
  expect(reported({ figures: { seats: 'kitchen.seats' } })).toEqual([])
})
