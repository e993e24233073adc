import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'

const text = (en: string) => ({ zh: en, en })

/** Each named condition names the one before it twice, so that the ways to the one leaf double with every name. */
function doublingPack(names: number) {
  const derived: Record<string, unknown> = {
    'unit.c0': { label: text('c0'), when: { fact: 'unit.a', operator: 'equal', value: 1 } },
  }
  for (let i = 1; i <= names; i++) {
    const before = { condition: `unit.c${i - 1}` }
    derived[`unit.c${i}`] = { label: text(`c${i}`), when: { all: [before, before] } }
  }
  return {
    files: {
      'pack.json': {
        id: 'doubling',
        version: '1.0.0',
        title: text('doubling'),
        language: 'en',
        timeZone: 'Asia/Shanghai',
        bodies: { unit: text('unit') },
      },
      'clauses.json': { clauses: [{ id: 's1', zh: '一', en: 'One', force: 'must', testability: 'full' }] },
      'facts.json': {
        scopes: { unit: { label: text('unit') } },
        given: { 'unit.a': { type: 'integer', label: text('a') } },
        derived,
      },
      'requirements/one.json': {
        theme: text('one'),
        requirements: [
          {
            id: 'one',
            title: text('one'),
            clauses: ['s1'],
            force: 'must',
            subject: 'unit',
            dutyBearer: 'unit',
            requires: { condition: `unit.c${names}` },
          },
        ],
      },
    },
  }
}

it.each([{ a: 1 }, { a: 2 }, {}])(
  'forty named conditions that each name another twice are explained at once: %o',
  (ledger) => {
    const policy = compile(doublingPack(40))
    const [finding] = policy.evaluate(ledger, { asOf: '2020-01-01', detail: 'trace' }).findings
    expect(finding?.because.length ?? 0).toBeLessThanOrEqual(1)
    expect(JSON.stringify(finding?.trace).length).toBeLessThan(20_000)
  },
)
