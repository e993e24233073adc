import { expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { AS_OF, GIVEN, requirement, toyPack, words } from '../../support/toy-pack.ts'

const rule = requirement({ subject: 'cook', requires: { fact: 'cook.trained', operator: 'equal', value: true } })
const person = { type: 'id', label: words('人员', 'person'), names: true }
const policy = compile(toyPack({ given: { ...GIVEN, 'cook.person': person }, requirements: [rule] }))

function subjectsOf(kitchen: object) {
  const { findings } = policy.evaluate({ kitchens: [kitchen] }, { asOf: AS_OF })
  return findings.map(({ subject }) => subject)
}

it('a record without id or name says in which records it is, and by which ids it is known', () => {
  const within = [{ scope: 'kitchen', id: 'K1', pointer: '/kitchens/0' }]
  expect(subjectsOf({ id: 'K1', cooks: [{ person: 'P7' }, {}] })).toEqual([
    { scope: 'cook', id: '/kitchens/0/cooks/0', knownAs: ['P7'], within, pointer: '/kitchens/0/cooks/0' },
    { scope: 'cook', id: '/kitchens/0/cooks/1', within, pointer: '/kitchens/0/cooks/1' },
  ])
})

it('a record with an id needs no more', () => {
  const [cook] = subjectsOf({ id: 'K1', cooks: [{ id: 'C1', person: 'P7' }] })
  expect(cook).toEqual({ scope: 'cook', id: 'C1', pointer: '/kitchens/0/cooks/0' })
})
