import assert from 'node:assert/strict'
import { isPromise } from 'node:util/types'
import { compileCondition, ConditionError, type CompiledCondition } from '@tiaoli/engine/condition'
import fc from 'fast-check'
import { documentedStock } from '../../conformance/documented-stock.ts'
import { anyCondition, anyFacts, anyLeaf, anySetting } from '../../conformance/any-condition.ts'
import type { Facts, Setting } from '../../conformance/point.ts'
import { define } from '../property.ts'

/** Sets of facts with which one condition is tried. */
const SETS = 5

type Answer = boolean | 'throws' | 'open'

/**
 * A single leaf answers just as stock does with the divergences that are listed, and throws where that throws. Groups
 * ask no more than they need, so they may answer where stock throws. With missing facts left open, what is decided is
 * decided the same. A literal that is refused decides no more than one that equals nothing and has no order.
 */
export const oddFacts = define({
  name: 'odd-facts',
  claim:
    'over facts of every kind a compiled condition answers as stock json-rules-engine or as a listed divergence says',
  sample: fc.tuple(anyLeaf, anyCondition, anySetting, fc.array(anyFacts, { minLength: SETS, maxLength: SETS })),
  async check([leaf, condition, setting, sets]) {
    await checkLeaf(leaf, setting, sets)
    await checkGroup(condition, setting, sets)
    return 2 * SETS
  },
})

async function checkLeaf(leaf: unknown, setting: Setting, sets: readonly Facts[]): Promise<void> {
  const theirs = await answersOfStock(leaf, setting, sets)
  const compiled = compiledOrNone(leaf, { ...setting, allowUndefinedFacts: true })
  if (compiled) {
    const ours = sets.map((facts) => answerOf(compiled, facts))
    return assert.deepEqual(ours, theirs)
  }
  const { value } = leaf as { value: unknown }
  // Stock awaits a Promise, wherever it is.
  if (hasOtherItems(value) || isPromise(value)) return
  const withNothing = await answersOfStock({ ...(leaf as object), value: nothing(value) }, setting, sets)
  const decided = theirs.flatMap((answer, i) => (answer === 'throws' ? [] : [{ answer, same: withNothing[i] }]))
  for (const { answer, same } of decided) assert.equal(answer, same)
}

function answersOfStock(leaf: unknown, setting: Setting, sets: readonly Facts[]): Promise<Answer[]> {
  return Promise.all(sets.map((facts) => documentedStock(leaf, facts, setting)))
}

/** Something else in the place of a value, that equals nothing and has no order. */
function nothing(value: unknown): unknown {
  return Array.isArray(value) ? value.map(nothing) : Symbol('nothing')
}

/** Of a list with a refused item, another item may decide. */
function hasOtherItems(value: unknown): boolean {
  return Array.isArray(value) && (value.length > 1 || value.some(hasOtherItems))
}

async function checkGroup(condition: unknown, setting: Setting, sets: readonly Facts[]): Promise<void> {
  const compiled = compiledOrNone(condition, { ...setting, allowUndefinedFacts: true })
  const open = compiledOrRefusal(condition, setting)
  if (open instanceof ConditionError) {
    // Of what a missing fact is, nothing can be asked while it is open: that alone is refused here and not there.
    if (compiled) assert.equal(open.code, 'undefined-literal')
    return
  }
  assert.ok(compiled, 'refused only where missing facts are taken for undefined')
  for (const facts of sets) {
    const theirs = await documentedStock(condition, facts, setting)
    const ours = answerOf(compiled, facts)
    if (theirs !== 'throws') assert.equal(ours, theirs)
    const left = answerOf(open, facts)
    if (ours !== 'throws' && left !== 'throws' && left !== 'open') assert.equal(left, ours)
  }
}

function answerOf(compiled: CompiledCondition, facts: Facts): Answer {
  try {
    return compiled(facts) ?? 'open'
  } catch (error) {
    assert.ok(error instanceof TypeError && error.message.startsWith('condition /'), String(error))
    return 'throws'
  }
}

function compiledOrNone(condition: unknown, setting: Setting): CompiledCondition | undefined {
  const compiled = compiledOrRefusal(condition, setting)
  return compiled instanceof ConditionError ? undefined : compiled
}

function compiledOrRefusal(condition: unknown, setting: Setting): CompiledCondition | ConditionError {
  try {
    return compileCondition(condition, setting)
  } catch (error) {
    assert.ok(error instanceof ConditionError && error.message.startsWith('condition /'), String(error))
    return error
  }
}
