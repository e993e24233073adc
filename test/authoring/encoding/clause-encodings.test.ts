import { clauseEncodings } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { dated, requirement, toyPack, words } from '../../support/toy-pack.ts'

const clause = (id: string) => ({ id, text: { zh: '厨房。', en: 'Kitchens.' }, force: 'must', testability: 'full' })
const when = { condition: 'kitchen.licensed' }
const part = (id: string, cites: string) => ({ id, clauses: [cites], text: words('话', 'Words'), when })
const pack = toyPack({
  clauses: ['by-exception', 'by-note', 'by-value', 'by-profile', 'by-none'].map((id) => clause(id.replace('-', '.'))),
  parameters: {
    limit: {
      label: words('数', 'number'),
      type: 'integer',
      values: [{ value: 1, clauses: ['by.value', 'c1'] }],
    },
  },
  profiles: [
    {
      id: 'strict',
      label: words('从严', 'strict'),
      parameters: { limit: [{ ...(dated(2) as object), clauses: ['by.profile'] }] },
    },
  ],
  derived: {
    'kitchen.isBig': {
      label: words('大', 'big'),
      when: { fact: 'kitchen.seats', operator: 'greaterThan', value: { fact: 'parameters.limit' } },
    },
  },
  requirements: [
    requirement({
      id: 'one',
      requires: { condition: 'kitchen.isBig' },
      unless: [{ ...part('e', 'by.exception'), status: 'review' }],
    }),
    requirement({ id: 'two', requires: when, notes: [part('n', 'by.note'), part('m', 'by.note')] }),
  ],
  cases: [
    { id: 'A', asOf: '2019-01-01', ledger: {}, expect: [{ requirement: 'one', absent: true }] },
    {
      id: 'B',
      asOf: '2019-01-01',
      ledger: {},
      expect: [
        { requirement: 'one', absent: true },
        { requirement: 'two', absent: true },
      ],
    },
  ],
})

it('a clause is encoded by what cites it: requirements, exceptions, notes, and values behind derived facts', () => {
  const encoding = clauseEncodings(compile(pack))
  const told = [...encoding.values()].map(({ clause: { id }, citers, cases }) => [
    id,
    citers.map(({ way, requirement: by, id: named }) => `${by} ${way} ${named}`),
    cases,
  ])
  expect(told).toEqual([
    ['c1', ['one requirement one', 'one parameter limit', 'two requirement two'], 2],
    ['c2', [], 0],
    ['by.exception', ['one exception e'], 2],
    ['by.note', ['two note n', 'two note m'], 1],
    ['by.value', ['one parameter limit'], 2],
    ['by.profile', ['one parameter limit'], 2],
    ['by.none', [], 0],
  ])
  expect(encoding.get('c1')?.requirements).toEqual(['one', 'two'])
})
