import type { Paper } from '@tiaoli/office/papers'
import type { UsedMapping } from '../../engine/calls.ts'

/** A mapping as a file: the command line takes it, and a pack in its folder of imports. */
export function mappingFile({ file }: UsedMapping, name: string): Paper {
  const bytes = new TextEncoder().encode(`${JSON.stringify(file, undefined, 2)}\n`)
  return { name: `${name}.json`, type: 'application/json', bytes }
}
