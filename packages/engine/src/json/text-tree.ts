/** Where a part of a text begins and where it has ended, in UTF-16 units. */
interface Stretch {
  from: number
  to: number
}

/** A value in a JSON text. */
export type TextNode = Stretch &
  ({ kind: 'object'; members: TextMember[] } | { kind: 'list'; items: TextNode[] } | { kind: 'single' })

/** A name in an object of a JSON text with its value; it begins where the name does. */
export interface TextMember extends Stretch {
  name: string
  node: TextNode
}

/** What a JSON text is made of, but for the commas and colons between. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\],:"]+/g

/** The parts of a JSON text without faults (`readJson` finds them), with their places. */
export function textTree(text: string): TextNode {
  const around: TextNode[] = []
  let root: TextNode | undefined
  let member: TextMember | undefined
  for (const { 0: token, index: from } of text.matchAll(TOKEN)) {
    const to = from + token.length
    const parent = around.at(-1)
    if (token === '}' || token === ']') {
      around.pop()!.to = to
      const outer = around.at(-1)
      if (outer?.kind === 'object') outer.members.at(-1)!.to = to
    } else if (parent?.kind === 'object' && !member) {
      member = { name: JSON.parse(token) as string, from, to, node: { kind: 'single', from, to } }
      parent.members.push(member)
    } else {
      const node = nodeOf(token, from, to)
      if (parent?.kind === 'list') parent.items.push(node)
      if (member) Object.assign(member, { node, to })
      member = undefined
      root ??= node
      if (node.kind !== 'single') around.push(node)
    }
  }
  return root!
}

function nodeOf(token: string, from: number, to: number): TextNode {
  if (token === '{') return { kind: 'object', members: [], from, to }
  if (token === '[') return { kind: 'list', items: [], from, to }
  return { kind: 'single', from, to }
}

/** The part that a step of a path leads to, and where it begins: with its name, if it has one. */
export function partAt(node: TextNode, step: string | number): { from: number; node: TextNode } | undefined {
  if (node.kind === 'object') return node.members.find(({ name }) => name === String(step))
  const item = node.kind === 'list' ? node.items[Number(step)] : undefined
  return item && { from: item.from, node: item }
}
