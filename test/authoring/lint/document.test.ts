import { describe, expect, it } from 'vitest'
import { CODE, toyText, words } from '../../support/toy-pack.ts'
import { lintsOfText } from './lint-toy.ts'

const CLAUSES = ['厨房应当清洁。', '鼓励培训厨师。'].join('\n')

describe('the words of a clause', () => {
  const told = (document?: string) =>
    lintsOfText(toyText(), document === undefined ? {} : { texts: new Map([['code', document]]) }).filter(
      ({ code }) => code === 'not-in-document',
    )

  it('that are in the document, wherever its lines break, are not reported', () => {
    expect(told(`厨房卫生\n\n${CLAUSES}\n`)).toEqual([])
    expect(told('厨房应\n  当清洁。鼓励培训厨师。')).toEqual([])
  })

  it('that the document does not have are reported at their place, from where they differ', () => {
    const [found, ...others] = told('厨房可以清洁。鼓励培训厨师。')
    const lines = toyText()[`${CODE}/clauses.json`]!.split('\n')
    const line = lines.findIndex((text) => text.includes('厨房应当清洁。'))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      about: 'c1',
      file: `${CODE}/clauses.json`,
      pointer: '/clauses/0/text/zh',
      line: line + 1,
      column: lines[line]!.indexOf('"厨房') + 1,
    })
    expect(found?.message.zh).toContain('“厨房”之后的“应当清洁。”')
  })

  it('are not compared where there is no document', () => {
    expect(told()).toEqual([])
  })
})

describe('the place of a clause', () => {
  const clause = { text: words('应当通风。', 'They shall be aired.'), force: 'must', testability: 'full' }
  const told = (place?: object) =>
    lintsOfText(toyText({ clauses: [{ id: 'c3', ...clause, ...(place && { place }) }] })).filter(
      ({ code }) => code === 'clause-without-place',
    )

  it('is asked for of every clause where one has it', () => {
    expect(told(words('三', 'part 3')).map(({ about, message }) => [about, message.en.includes(about)])).toEqual([
      ['c1', true],
      ['c2', true],
    ])
  })

  it('is not asked for where no clause has one', () => {
    expect(told()).toEqual([])
  })
})
