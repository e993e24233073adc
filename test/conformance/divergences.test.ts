import { compileCondition } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'
import { DIVERGENCES } from './divergences.ts'
import type { Divergence, OurOutcome, StockOutcome } from './point.ts'
import { stock } from './stock.ts'

/** So often the fact of a condition is asked for only where conditions go round in a circle. */
const ENDLESS = 1000

function ours({ conditions, setting, facts }: Divergence): OurOutcome {
  const attempt = <T>(act: () => T, failed: OurOutcome): T | OurOutcome => {
    try {
      return act()
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError)
      return failed
    }
  }
  const compiled = attempt(() => compileCondition(conditions, setting), 'refused')
  return typeof compiled === 'function' ? attempt(() => compiled(facts) ?? 'open', 'throws') : compiled
}

async function theirs({ conditions, setting, facts }: Divergence): Promise<StockOutcome> {
  let asked = 0
  const equal = (fact: unknown, value: unknown) => {
    if (++asked > ENDLESS) throw new Error('endless')
    return fact === value
  }
  try {
    return await stock(conditions, facts, { ...setting, operators: { equal, ...setting?.operators } })
  } catch {
    return asked > ENDLESS ? 'never ends' : 'throws'
  }
}

describe('a deliberate divergence from stock json-rules-engine', () => {
  it.each(DIVERGENCES)('$title', async (divergence) => {
    expect({ stock: await theirs(divergence), ours: ours(divergence) }).toEqual({
      stock: divergence.stock,
      ours: divergence.ours,
    })
  })

  it('is one indeed', () => {
    expect(DIVERGENCES.filter((item) => item.stock === item.ours)).toEqual([])
  })
})
