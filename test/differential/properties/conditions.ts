import assert from 'node:assert/strict'
import { compileCondition } from '@tiaoli/engine/condition'
import fc from 'fast-check'
import { condition, facts, NAMED } from '../../conformance/random-condition.ts'
import { stock } from '../../conformance/stock.ts'
import { define } from '../property.ts'

export const conditions = define({
  name: 'conditions',
  claim: 'stock json-rules-engine finds true just what a compiled condition does, where every fact is known',
  share: 2,
  sample: fc.tuple(condition, facts),
  async check([item, known]) {
    const compiled = compileCondition(item, { conditions: NAMED })(known)
    assert.equal(compiled, await stock({ all: [item] }, known, { conditions: NAMED }))
    return 1
  },
})
