import { expect, it } from 'vitest'
import { commonOrder } from '../../packages/authoring/src/amend/common-order.ts'
import { stepsOf } from './steps.ts'

it('texts that have nothing in common take far fewer steps than one has letters times the other', () => {
  const letters = (from: number) => Array.from({ length: 2000 }, (_, i) => String.fromCodePoint(from + (i % 900)))
  const [one, other] = [letters(0x4e00), letters(0x5e00)]
  expect(stepsOf(() => commonOrder(one, other))).toBeLessThan((2000 * 2000) / 20)
  expect(stepsOf(() => commonOrder(one, one))).toBeLessThan((2000 * 2000) / 4)
})
