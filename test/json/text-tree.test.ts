import { textTree, type TextNode } from '@tiaoli/engine/plan'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** The value that the places of a tree cut out of the text. */
function cutOut(text: string, node: TextNode): unknown {
  const whole: unknown = JSON.parse(text.slice(node.from, node.to))
  if (node.kind === 'single') return whole
  const inParts =
    node.kind === 'list'
      ? node.items.map((item) => cutOut(text, item))
      : Object.fromEntries(
          node.members.map((member) => {
            expect(JSON.parse(`{${text.slice(member.from, member.to)}}`)).toHaveProperty([member.name])
            return [member.name, cutOut(text, member.node)]
          }),
        )
  expect(inParts).toEqual(whole)
  return inParts
}

it('each part of a text stands where its tree says', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom('', ' ', '\r\n\t'), fc.nat(3), (json, space, indent) => {
      const value: unknown = JSON.parse(json, (key, part: unknown) => (key === '__proto__' ? undefined : part))
      const text = space + JSON.stringify(value, null, indent) + space
      expect(cutOut(text, textTree(text))).toEqual(value)
    }),
    { numRuns: 500 },
  )
})

it('a string of a million characters and a depth of ten thousand are taken apart', () => {
  const long = JSON.stringify('\\"a'.repeat(1_000_000))
  expect(textTree(long)).toEqual({ kind: 'single', from: 0, to: long.length })
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  expect(textTree(deep)).toMatchObject({ kind: 'list', from: 0, to: deep.length })
})
