import { loadPack } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { toyText, words } from '../support/toy-pack.ts'
import { growthOf } from './steps.ts'

const facts = (count: number) =>
  toyText({
    given: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`kitchen.f${i}`, { type: 'integer', label: words('x') }]),
    ),
  })

const operands = (count: number) =>
  toyText({
    derived: { 'kitchen.sum': { label: words('x'), add: Array.from({ length: count }, () => 'kitchen.seats') } },
  })

it.each([
  ['facts', facts],
  ['operands', operands],
] as const)('each further thousand %s of a pack are read in as many steps as those before', (_, filesOf) => {
  const [second, third] = growthOf((thousands) => {
    const files = filesOf(1000 * thousands)
    return () => expect(loadPack({ files }).diagnostics).toEqual([])
  })
  expect(third).toBeLessThan(1.05 * second)
})
