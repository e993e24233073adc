import { inspect } from 'node:util'
import { compileCondition } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'
import { SECTIONS } from './points.ts'
import { stock } from './stock.ts'

describe.each(SECTIONS)('$title', ({ points }) => {
  it.each(points)('$title', async ({ conditions, setting, holds, fails }) => {
    const compiled = compileCondition(conditions, setting)
    for (const facts of holds)
      expect([compiled(facts), await stock(conditions, facts, setting)], inspect(facts)).toEqual([true, true])
    for (const facts of fails)
      expect([compiled(facts), await stock(conditions, facts, setting)], inspect(facts)).toEqual([false, false])
    expect(holds.length + fails.length).toBeGreaterThan(0)
  })
})
