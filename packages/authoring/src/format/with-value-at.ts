import { partAt, textTree, type TextNode } from '@tiaoli/engine/plan'

type Path = readonly (string | number)[]

/** A place in a text: what begins and ends there, counted in characters. */
type Range = readonly [from: number, to: number]

/** An object or list of a text: the places of what it holds, in order. */
interface Container {
  /** Behind the opening bracket. */
  start: number
  entries: readonly Range[]
}

/**
 * A JSON text with another value at a path, every other character as it was. What is missing on the way is put in, and
 * `undefined` takes away. A list takes a new value at its end only.
 */
export function withValueAt(text: string, path: Path, value: unknown): string {
  let node = textTree(text)
  for (const [i, step] of path.entries()) {
    const next = partAt(node, step)?.node
    const isLast = i === path.length - 1
    if (!next) return value === undefined ? text : insert(text, node, step, nested(path.slice(i + 1), value))
    if (isLast && value === undefined) return remove(text, node, step)
    node = next
  }
  return splice(text, rangeOf(node), written(value))
}

function nested(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

function insert(text: string, node: TextNode, step: string | number, value: unknown): string {
  const { start, entries } = containerOf(node)
  const entry = node.kind === 'object' ? `${JSON.stringify(String(step))}: ${written(value)}` : written(value)
  const last = entries.at(-1)
  if (!last) return splice(text, [start, start], entry)
  const before = entries.at(-2)?.[1] ?? start
  // As the last one is set off: a line of its own, or a space.
  const gap = text.slice(before, last[0]).replace(',', '')
  return splice(text, [last[1], last[1]], `,${gap || ' '}${entry}`)
}

function remove(text: string, node: TextNode, step: string | number): string {
  const { start, entries } = containerOf(node)
  const place = node.kind === 'object' ? node.members.findIndex(({ name }) => name === String(step)) : Number(step)
  const [from, to] = entries[place]!
  const next = entries[place + 1]
  // With the comma that set it off.
  return next ? splice(text, [from, next[0]], '') : splice(text, [entries[place - 1]?.[1] ?? start, to], '')
}

function containerOf(node: TextNode): Container {
  if (node.kind === 'single')
    throw new TypeError('nothing can be put into a value that is neither an object nor a list')
  return { start: node.from + 1, entries: (node.kind === 'object' ? node.members : node.items).map(rangeOf) }
}

function rangeOf({ from, to }: { from: number; to: number }): Range {
  return [from, to]
}

function splice(text: string, [from, to]: Range, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to)
}

/** On one line, with a space behind each comma and colon. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${written(part)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
