import { describeDefinition, describeParameter, findDefinitions } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words } from '../../support/toy-pack.ts'

const policy = compile(
  toyPack({
    given: { 'kitchen.fee': { type: 'money', label: words('管理费', 'fee') } },
    parameters: {
      leastFee: {
        type: 'money',
        label: words('最低管理费', 'least fee'),
        question: words('管理费从何时起收取？', 'From which day is a fee due?'),
        values: [dated(150_000)],
      },
    },
    requirements: [
      requirement({
        id: 'pays',
        title: words('缴纳管理费', 'Pays its fee'),
        remedy: words('补缴欠款。', 'Pay the arrears.'),
        requires: { fact: 'kitchen.fee', operator: 'greaterThanInclusive', value: { fact: 'parameters.leastFee' } },
      }),
    ],
  }),
)

describe('definitions are found', () => {
  const idsFor = (text: string) => findDefinitions(policy, text).map(({ kind, id }) => `${kind} ${id}`)

  it.each([
    ['管理费', ['fact kitchen.fee', 'requirement pays', 'parameter leastFee']],
    ['最低管理费', ['parameter leastFee']],
    ['管理费 最低', ['parameter leastFee']],
    ['LEAST fee', ['parameter leastFee']],
    ['欠款', ['requirement pays']],
    ['从何时起', ['parameter leastFee']],
    ['厨房应当清洁', ['clause c1']],
    ['leastfee', ['parameter leastFee']],
    ['没有这样的字', []],
    [' ', []],
  ])('by the words “%s”, what is called so first', (text, expected) => {
    expect(idsFor(text)).toEqual(expected)
  })
})

describe('a parameter in words', () => {
  it.each(['leastFee', 'parameters.leastFee'])('is found by its id, %s, with its value in its unit', (id) => {
    const { title, sections } = describeDefinition(policy, id, 'zh')!
    expect(title).toBe('最低管理费')
    expect(sections.map(({ part, lines }) => [part, ...lines.map(({ text }) => text)])).toEqual([
      ['about', '类型：金额'],
      ['values', '待明确：管理费从何时起收取？', '1,500元'],
      ['usedBy', '要求 pays：缴纳管理费'],
    ])
  })

  it('lists what it may be set to', () => {
    const choice = {
      type: 'enum',
      label: words('起算日', 'first day'),
      choices: { applied: words('申请', 'application'), granted: words('批准', 'approval') },
      values: [],
    }
    const pack = toyPack({
      parameters: { start: choice },
      requirements: [requirement({ requires: { condition: 'kitchen.licensed' } })],
    })
    expect(describeParameter(compile(pack), 'start', 'en')!.sections[0]!.lines.map(({ text }) => text)).toEqual([
      'type: one of the values below',
      'applied: application',
      'granted: approval',
    ])
  })
})
