import { expect, it } from 'vitest'
import { requirement, words } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

const reported = (parts: Parameters<typeof requirement>[0]) =>
  placesOf(
    lintsOf({ requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...parts })] }, ['id-in-text']),
  )

it('a problem or a remedy that shows an id is reported', () => {
  const id = words('{kitchen.id} 没有证照。', '{kitchen.id} has no licence.')
  expect(reported({ problem: id })).toEqual(['id-in-text requirements/all.json#/requirements/0/problem'])
  expect(reported({ remedy: id })).toEqual(['id-in-text requirements/all.json#/requirements/0/remedy'])
})

it('other facts may be shown', () => {
  expect(reported({ problem: words('{kitchen.seats}没有证照。', 'No licence, with {kitchen.seats}.') })).toEqual([])
})
