import { expect, test } from 'vitest'
import { fileName } from '../../../packages/office/src/papers/file-names.ts'

test('a name of a file has sixty letters at most', () => {
  expect(Array.from(fileName('所'.repeat(61)))).toHaveLength(60)
  expect(fileName('所'.repeat(60))).toBe('所'.repeat(60))
})
