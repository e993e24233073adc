import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { unitPack } from '../../support/toy-pack.ts'

/** Each named condition names the one before it twice, so that the ways to the one leaf double with every name. */
function doublingPack(names: number) {
  const doubled = (i: number) => {
    const before = { condition: `unit.c${i - 1}` }
    return [`unit.c${i}`, { when: { all: [before, before] } }]
  }
  return unitPack({
    given: { 'unit.a': { type: 'integer' } },
    derived: {
      'unit.c0': { when: { fact: 'unit.a', operator: 'equal', value: 1 } },
      ...Object.fromEntries(Array.from({ length: names }, (_, i) => doubled(i + 1))),
    },
    requires: { condition: `unit.c${names}` },
  })
}

it.each([{ a: 1 }, { a: 2 }, {}])(
  'forty named conditions that each name another twice are explained at once: %o',
  (ledger) => {
    const policy = compile(doublingPack(40))
    const [finding] = policy.evaluate(ledger, { asOf: '2020-01-01', detail: 'trace' }).findings
    expect(finding?.reasons.length ?? 0).toBeLessThanOrEqual(1)
    expect(JSON.stringify(finding?.trace).length).toBeLessThan(20_000)
  },
)
