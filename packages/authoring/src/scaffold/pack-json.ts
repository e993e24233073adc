import type { PackSource } from '@tiaoli/engine'
import { contentOf, readJson } from '@tiaoli/engine/plan'
import { formatted } from '../format/formatted.ts'

/** The text of pack.json and what it holds, as far as it can be read. */
export function packJsonOf({ files }: PackSource): { text: string; value: Readonly<Record<string, unknown>> } {
  const content = files['pack.json']
  const value = (contentOf(content) ?? {}) as Record<string, unknown>
  if (typeof content === 'string' || content instanceof Uint8Array) return { text: readJson(content).text ?? '', value }
  return { text: formatted('pack.json', JSON.stringify(content ?? {})), value }
}

/** Where the JSON Schemas are, seen from the folder of the pack, with a slash: `../schema/`. */
export function schemaFolderOf(source: PackSource): string | undefined {
  const { $schema } = packJsonOf(source).value
  return typeof $schema === 'string' && $schema.endsWith('pack.schema.json')
    ? $schema.slice(0, -'pack.schema.json'.length)
    : undefined
}

/** From the folder of a file up to that of the pack: `../` for each folder. */
export function folderUp(file: string): string {
  return '../'.repeat(file.split('/').length - 1)
}
