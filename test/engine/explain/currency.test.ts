import { describe, expect, it } from 'vitest'
import { compile, InputError, nextQuestions } from '@tiaoli/engine'
import { currency } from '../../support/currency.ts'
import { AS_OF, dated, findingOn, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

/** A yearly levy: 2 per cent of the revenue, at most what the parameter says, and none below it. */
function levied(money: Record<string, unknown> | undefined): ToyParts {
  return {
    pack: money ? { currency: money } : {},
    parameters: { most: { label: words('上限', 'the most'), type: 'money', values: [dated(5000)] } },
    requirements: [
      requirement({
        subject: 'kitchen',
        requires: { fact: 'kitchen.fee', operator: 'greaterThan', value: { fact: 'parameters.most' } },
        problem: words('已交{kitchen.fee}。', 'Paid {kitchen.fee}.'),
        figures: {
          rest: {
            label: words('差额', 'still to be paid'),
            subtract: ['parameters.most', 'kitchen.fee'],
          },
        },
      }),
    ],
    given: { 'kitchen.fee': { type: 'money', label: words('费', 'the fee') } },
  }
}

function saidOf(money: Record<string, unknown> | undefined, fee: number) {
  const { problem, reasons, figures } = findingOn(levied(money), { fee })
  return { problem, reason: reasons[0]?.text, rest: figures[0]!.text }
}

describe('amounts of money', () => {
  it('are in yuan where the pack names no currency', () => {
    expect(saidOf(undefined, 123_4)).toEqual({
      problem: words('已交12.34元。', 'Paid CNY 12.34.'),
      reason: words('费为12.34元，不超过上限（50元）', 'The fee is CNY 12.34, at most the most (CNY 50)'),
      rest: words('37.66元', 'CNY 37.66'),
    })
  })

  it('are in the currency of the pack, in facts, parameters and formulas alike', () => {
    expect(saidOf(currency('USD', '美元', '$'), 123_4)).toEqual({
      problem: words('已交12.34美元。', 'Paid $12.34.'),
      reason: words('费为12.34美元，不超过上限（50美元）', 'The fee is $12.34, at most the most ($50)'),
      rest: words('37.66美元', '$37.66'),
    })
  })

  it('below zero have the minus before the sign', () => {
    expect(saidOf(currency('USD', '美元', '$'), -123_456_789)).toMatchObject({
      problem: words('已交-1,234,567.89美元。', 'Paid -$1,234,567.89.'),
    })
  })

  it('have a space beside a sign of letters', () => {
    expect(saidOf(currency('CHF', 'CHF'), 100).problem).toEqual(words('已交1 CHF。', 'Paid CHF 1.'))
  })

  it.each([
    [0, 1234, '1,234'],
    [1, 1234, '123.4'],
    [3, 1234, '1.234'],
    [3, 7, '0.007'],
  ])('have as many digits after the point as the currency: %i', (digits, fee, written) => {
    const money = { ...currency('XXX', '单', '¤'), minor: { unit: words('小', 'small ones'), digits } }
    expect(saidOf(money, fee).problem!.en).toBe(`Paid ¤${written}.`)
  })

  it('are asked for, and refused, in the smallest unit', () => {
    const policy = compile(toyPack(levied(currency('USD', '美元', '$'))))
    const [question] = nextQuestions(policy, { kitchens: [{ id: 'K1' }] }, { asOf: AS_OF }).questions
    expect(question!.answer).toMatchObject({ type: 'money', unit: words('分', 'cents') })
    const refused = () => policy.evaluate({ kitchens: [{ id: 'K1', fee: 1.5 }] }, { asOf: AS_OF })
    expect(refused).toThrow(InputError)
    expect(refused).toThrow('Write an amount as an integer, in cents.')
    expect(() => policy.evaluate({}, { asOf: AS_OF, parameters: { most: 0.5 } })).toThrow('an integer, in cents')
  })
})
