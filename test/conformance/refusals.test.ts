import { compileCondition, ConditionError } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from './refusals.ts'
import { stock } from './stock.ts'

describe('refused by stock json-rules-engine and when the condition is compiled', () => {
  it.each(REFUSALS)('$title', async ({ conditions, setting }) => {
    await expect(stock(conditions, { x: 1 }, setting)).rejects.toBeInstanceOf(Error)
    expect(() => compileCondition(conditions, setting)).toThrow(ConditionError)
  })
})
