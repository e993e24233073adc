import { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { DECORATORS, OPERATORS } from '../../packages/engine/src/values/operator.ts'

// Neither is in the types of json-rules-engine, which adds its own the same way as anybody's.
const stock = new Engine() as unknown as Record<'operators', Record<'operators' | 'decorators', Map<string, unknown>>>

test('the operators are those of json-rules-engine, no more and no fewer', () => {
  expect(Object.keys(OPERATORS).toSorted()).toEqual([...stock.operators.operators.keys()].toSorted())
})

test('the decorators are those of json-rules-engine, no more and no fewer', () => {
  expect(Object.keys(DECORATORS).toSorted()).toEqual([...stock.operators.decorators.keys()].toSorted())
})
