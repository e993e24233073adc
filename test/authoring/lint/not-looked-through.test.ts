import { loadPack } from '@tiaoli/engine'
import { lintPack } from '@tiaoli/authoring'
import { expect, it } from 'vitest'
import { requirement, toyText } from '../../support/toy-pack.ts'

const ladder = (count: number, off: readonly object[] = []) => ({
  ...toyText({
    requirements: Array.from({ length: count }, (_, i) =>
      requirement({ id: `a${i}`, requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: i } }),
    ),
  }),
  ...(off.length > 0 ? { 'lint.json': JSON.stringify({ off }) } : {}),
})

const codesIn = (files: Record<string, string>) => [
  ...new Set(lintPack(loadPack({ files })).lints.map(({ code }) => code)),
]

it('a pack with more to compare than a lint may says so of that lint, and the others are looked for', () => {
  const { lints } = lintPack(loadPack({ files: ladder(1000) }))
  expect(lints.filter(({ code }) => code === 'not-looked-through')).toMatchObject([
    { about: 'pointless-requirement', file: 'pack.json', severity: 'warning' },
  ])
  expect(lints.some(({ code }) => code === 'unused-fact')).toBe(true)
  expect(codesIn(ladder(20))).not.toContain('not-looked-through')
})

it('what is switched off is not said to be in vain where it was not looked for to the end', () => {
  const off = [{ code: 'pointless-requirement', at: 'a999', reason: { zh: '示例', en: 'an example' } }]
  expect(codesIn(ladder(1000, off))).not.toContain('unused-off')
  expect(
    codesIn(
      ladder(1001, [
        { ...off[0], at: 'never' },
        { ...off[0], code: 'unused-fact', at: 'never' },
      ]),
    ),
  ).toContain('unused-off')
})
