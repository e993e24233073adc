import type { Diagnostic, PackSource } from '@tiaoli/engine'
import {
  DEFAULT_LIMITS,
  FILE_KINDS,
  packId,
  SourceFile,
  textTree,
  type Limits,
  type Path,
  type TextNode,
} from '@tiaoli/engine/plan'
import { sortBySchema, type FileSchema } from './sort-by-schema.ts'
import { printLayout, type Layout } from './print-layout.ts'

/** A file in its one layout, or why it cannot be laid out. */
export interface Formatted {
  text?: string
  /** What keeps the file from being read: syntax, size, a duplicate key. */
  diagnostics: readonly Diagnostic[]
}

/**
 * Lays one file of a pack out: keys in the order of its schema, lists and named entries in the order of the author,
 * lines as the formatter of this repository breaks them. Nothing else changes, and laying out twice changes nothing.
 */
export function formatFile(
  path: string,
  content: string | Uint8Array,
  { pack = 'pack', limits = {} }: { pack?: string; limits?: Partial<Limits> } = {},
): Formatted {
  const { text, diagnostics } = new SourceFile(pack, path, content, { ...DEFAULT_LIMITS, ...limits })
  if (text === undefined || diagnostics.length > 0) return { diagnostics }
  const schema = FILE_KINDS.find(({ name }) => name.test(path))?.schema
  return {
    text: printLayout(layoutOf(textTree(text), text, schema, [])),
    diagnostics,
  }
}

/** Lays out every file of a pack that is given as text; those it uses are not touched. */
export function formatPack(source: PackSource, limits: Partial<Limits> = {}): Map<string, Formatted> {
  const pack = packId(source)
  return new Map(
    Object.entries(source.files).flatMap(([path, content]) =>
      typeof content === 'string' || content instanceof Uint8Array
        ? [[path, formatFile(path, content, { pack, limits })]]
        : [],
    ),
  )
}

function layoutOf(node: TextNode, source: string, schema: FileSchema | undefined, path: Path): Layout {
  if (node.kind === 'list')
    return { kind: 'list', items: node.items.map((item, i) => layoutOf(item, source, schema, [...path, i])) }
  if (node.kind === 'object') {
    const members = new Map(node.members.map(({ name, node: value }) => [name, value]))
    const keys = schema ? sortBySchema(schema, path, [...members.keys()]) : [...members.keys()]
    return {
      kind: 'object',
      members: keys.map((key) => ({ key, value: layoutOf(members.get(key)!, source, schema, [...path, key]) })),
    }
  }
  const written = source.slice(node.from, node.to)
  if (/^[-\d]/.test(written)) return { kind: 'number', text: shortestNumber(written) }
  return { kind: 'word', text: JSON.stringify(JSON.parse(written)) }
}

/** The shortest way to write the same digits; never computed, for there may be more than a number can hold. */
function shortestNumber(written: string): string {
  return written
    .toLowerCase()
    .replace(/e\+?(-?)0*(\d)/, 'e$1$2')
    .replace(/e-?0$/, '')
    .replace(/(\.\d*?)0+(?=e|$)/, '$1')
    .replace(/\.(?=e|$)/, '')
}
