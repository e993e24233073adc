import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commonOrder } from '../../../packages/authoring/src/amend/common-order.ts'

const items = fc.array(fc.constantFrom('支', '部', '党', '员'), { maxLength: 80 })

it('as many items as possible are found in the order that both lists have', () => {
  fc.assert(
    fc.property(items, items, (first, second) => {
      const pairs = commonOrder(first, second)
      for (const [k, [i, j]] of pairs.entries()) {
        expect(first[i]).toBe(second[j])
        if (k > 0) expect(i > pairs[k - 1]![0] && j > pairs[k - 1]![1]).toBe(true)
      }
      expect(pairs).toHaveLength(longest(first, second))
    }),
  )
})

/** By the table of all beginnings. */
function longest(first: readonly string[], second: readonly string[]): number {
  let row = Array.from({ length: second.length + 1 }, () => 0)
  for (const item of first) {
    const next = [0]
    for (const [j, other] of second.entries()) next.push(item === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row.at(-1)!
}
