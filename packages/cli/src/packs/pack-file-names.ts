import { FILE_KINDS, closestName, isBesidePack } from '@tiaoli/engine/plan'

const FOLDERS = ['profiles', 'requirements', 'cases']

/** The document that a pack encodes, verbatim. The loader does not read it. */
export const DOCUMENT = 'source.zh.txt'

/**
 * Whether a file in a pack's folder goes to the loader: pack files, and JSON with a similar name, so that the loader
 * reports a misspelled name instead of silently ignoring the rules in it.
 */
export function isPackFile(path: string): boolean {
  if (FILE_KINDS.some(({ name }) => name.test(path))) return true
  if (!path.endsWith('.json') || isBesidePack(path)) return false
  const [folder, ...rest] = path.split('/')
  return rest.length === 0 || FOLDERS.includes(folder!) || closestName(folder!, FOLDERS) !== undefined
}
