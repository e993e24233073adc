import { parse, type ValueNode } from '@humanwhocodes/momoa'

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
  let node = parse(text, { mode: 'json', ranges: true }).body
  for (const [i, step] of path.entries()) {
    const next = childAt(node, step)
    const isLast = i === path.length - 1
    if (!next) return value === undefined ? text : insert(text, node, step, nested(path.slice(i + 1), value))
    if (isLast && value === undefined) return remove(text, node, step)
    node = next
  }
  return splice(text, node.range!, written(value))
}

function childAt(node: ValueNode, step: string | number): ValueNode | undefined {
  if (node.type === 'Object') return node.members.find(({ name }) => nameOf(name) === String(step))?.value
  return node.type === 'Array' ? node.elements[Number(step)]?.value : undefined
}

function nameOf(name: { type: 'String'; value: string } | { type: 'Identifier'; name: string }): string {
  return name.type === 'String' ? name.value : name.name
}

function nested(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

function insert(text: string, node: ValueNode, step: string | number, value: unknown): string {
  const { start, entries } = containerOf(node)
  const entry = node.type === 'Object' ? `${JSON.stringify(String(step))}: ${written(value)}` : written(value)
  const last = entries.at(-1)
  if (!last) return splice(text, [start, start], entry)
  const before = entries.at(-2)?.[1] ?? start
  // As the last one is set off: a line of its own, or a space.
  const gap = text.slice(before, last[0]).replace(',', '')
  return splice(text, [last[1], last[1]], `,${gap || ' '}${entry}`)
}

function remove(text: string, node: ValueNode, step: string | number): string {
  const { start, entries } = containerOf(node)
  const place =
    node.type === 'Object' ? node.members.findIndex(({ name }) => nameOf(name) === String(step)) : Number(step)
  const [from, to] = entries[place]!
  const next = entries[place + 1]
  // With the comma that set it off.
  return next ? splice(text, [from, next[0]], '') : splice(text, [entries[place - 1]?.[1] ?? start, to], '')
}

function containerOf(node: ValueNode): Container {
  // An element of a list has no place of its own, but its value has.
  const parts =
    node.type === 'Object' ? node.members : node.type === 'Array' ? node.elements.map(({ value }) => value) : undefined
  if (!parts) throw new TypeError('nothing can be put into a value that is neither an object nor a list')
  return { start: node.range![0] + 1, entries: parts.map(({ range }) => range!) }
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
