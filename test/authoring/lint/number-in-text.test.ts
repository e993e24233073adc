import { describe, expect, it } from 'vitest'
import { requirement, words } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

describe('a number that a parameter gives', () => {
  const told = (zh: string, parameter: object = {}, texts: object = { remedy: words(zh, 'A text') }) =>
    placesOf(
      lintsOf(
        {
          parameters: {
            limit: {
              label: words('上限', 'limit'),
              type: 'integer',
              unit: words('人', 'persons'),
              values: [{ value: 5, clauses: ['c1'] }],
              ...parameter,
            },
          },
          derived: {
            'kitchen.few': {
              label: words('较少', 'few'),
              when: {
                all: [
                  { fact: 'kitchen.licensed', operator: 'equal', value: true },
                  { fact: 'parameters.limit', operator: 'notEqual', value: null },
                ],
              },
            },
          },
          requirements: [
            requirement({
              requires: { condition: 'kitchen.few' },
              title: words('要求', 'Rule'),
              ...texts,
            }),
          ],
        },
        ['number-in-text'],
      ),
    )
  const HIT = ['number-in-text requirements/all.json#/requirements/0/remedy/zh']

  it.each(['五人以上', '5名', '三至五人', '不超过5个'])('%s is found in a text of what depends on it', (zh) => {
    expect(told(zh)).toEqual(HIT)
  })

  it('is found in the remedies of exceptions and notes', () => {
    const when = { condition: 'kitchen.licensed' }
    const part = { text: words('文字', 'A text'), when, remedy: words('不超过五人', 'A text') }
    const texts = { unless: [{ id: 'e', status: 'pending', ...part }], notes: [{ id: 'n', ...part }] }
    expect(told('', {}, texts)).toEqual([
      'number-in-text requirements/all.json#/requirements/0/unless/0/remedy/zh',
      'number-in-text requirements/all.json#/requirements/0/notes/0/remedy/zh',
    ])
  })

  it.each(['五年', '六人', '第五条', '{parameters.limit}以上'])('%s is none', (zh) => {
    expect(told(zh.startsWith('{') ? '六人以上' : zh)).toEqual([])
  })

  it.each([
    ['rate', '1%', '按百分之一列支'],
    ['money', 1_000_000, '不超过1万元'],
    ['date', '2018-12-31', '2018年12月底前完成'],
    ['date', '2018-12-31', '2018年12月31日前完成'],
  ])('is found as a %s', (type, value, zh) => {
    expect(told(zh, { type, unit: undefined, values: [{ value, clauses: ['c1'] }] })).toEqual(HIT)
  })

  it('is found as one only where a word bounds it', () => {
    const one = { values: [{ value: 1, clauses: ['c1'] }] }
    expect(told('设立一名副书记', one)).toEqual([])
    expect(told('设立一名以上副书记', one)).toEqual(HIT)
  })

  const when = { condition: 'kitchen.few' }
  const text = words('不足五人', 'A text')
  it.each([
    ['the problem', 'problem', { problem: text }],
    ['the title', 'title', { title: text }],
    ['a note', 'notes/0/text', { notes: [{ id: 'few', text, when }] }],
    ['an exception', 'unless/0/text', { unless: [{ id: 'few', status: 'review', text, when }] }],
  ])('is found in %s too', (_, place, texts) => {
    expect(told('', {}, texts)).toEqual([HIT[0]!.replace('remedy', place)])
  })

  it('is found in any of its values', () => {
    const values = [
      { value: 4, to: '2019-01-01', clauses: ['c1'] },
      { value: 5, from: '2019-01-01', clauses: ['c1'] },
    ]
    expect(told('四人', { values })).toEqual(HIT)
  })
})
