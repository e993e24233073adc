import { closestName } from '@tiaoli/engine/plan'
import { expect, it } from 'vitest'

const TYPES = ['boolean', 'integer', 'money', 'rate', 'date', 'enum', 'id', 'text', 'reference']

it.each([
  ['interger', 'integer'],
  ['int', 'integer'],
  ['bool', 'boolean'],
  ['ref', 'reference'],
  ['mo', undefined],
  ['colour', undefined],
])('for "%s", %s is suggested', (name, suggestion) => {
  expect(closestName(name, TYPES)).toBe(suggestion)
})

it('what begins several names stands for none of them, and the nearest is suggested', () => {
  expect(closestName('seat', ['seats', 'seatsTaken'])).toBe('seats')
  expect(closestName('kit', ['kitchens', 'kitchenware'])).toBeUndefined()
})

it('looks once through names that can be had only once', () => {
  expect(closestName('bool', new Map(TYPES.map((type) => [type, 1])).keys())).toBe('boolean')
})
