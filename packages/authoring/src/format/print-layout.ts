import { builders, printer } from 'prettier/doc'

type Doc = builders.Doc

const { fill, group, hardline, indent, line, softline, join } = builders

/** A JSON value on its way to text: members in order, scalars as they are to be written. */
export type Layout =
  | { kind: 'object'; members: readonly { key: string; value: Layout }[] }
  | { kind: 'list'; items: readonly Layout[] }
  | { kind: 'number' | 'word'; text: string }

const WIDTH = 120

/**
 * Text as this repository's formatter lays JSON out: what fits on a line is on one, two spaces deep, at most 120
 * wide. Ends with a line break.
 */
export function printLayout(layout: Layout): string {
  const doc = [docOf(layout), hardline]
  return printer.printDocToString(doc, { printWidth: WIDTH, tabWidth: 2, useTabs: false }).formatted
}

function docOf(layout: Layout): Doc {
  switch (layout.kind) {
    case 'object':
      return objectOf(layout.members)
    case 'list':
      return listOf(layout.items)
    default:
      return layout.text
  }
}

function objectOf(members: readonly { key: string; value: Layout }[]): Doc {
  if (members.length === 0) return '{}'
  const docs = members.map(({ key, value }) => [JSON.stringify(key), ': ', docOf(value)])
  return group(['{', indent([line, join([',', line], docs)]), line, '}'])
}

function listOf(items: readonly Layout[]): Doc {
  if (items.length === 0) return '[]'
  const docs = items.map(docOf)
  const numbers = items.length > 1 && items.every(({ kind }) => kind === 'number')
  const inside = numbers ? fill(join([',', line], docs)) : join([',', line], docs)
  return group(['[', indent([softline, inside]), softline, ']'], { shouldBreak: isTable(items) })
}

/** Several objects of several members, or several lists of several items, are on a line each. */
function isTable(items: readonly Layout[]): boolean {
  if (items.length < 2) return false
  return (
    items.every((item) => item.kind === 'object' && item.members.length > 1) ||
    items.every((item) => item.kind === 'list' && item.items.length > 1)
  )
}
