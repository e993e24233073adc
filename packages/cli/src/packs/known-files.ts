import { FILE_KINDS, closestName } from '@tiaoli/engine'

const FOLDERS = ['profiles', 'requirements', 'cases']
const OTHERS = new Set(['package.json', 'tsconfig.json'])

/** The document that a pack encodes, word for word; the loader does not read it. */
export const DOCUMENT = 'source.zh.txt'

/**
 * Whether a file of a pack's folder is handed to the loader: what a pack may hold, and JSON that was meant to be such
 * but has the wrong name, so that the loader says so instead of silently leaving rules out.
 */
export function belongsToPack(path: string): boolean {
  if (FILE_KINDS.some(({ name }) => name.test(path))) return true
  if (!path.endsWith('.json') || OTHERS.has(path)) return false
  const [folder, ...rest] = path.split('/')
  return rest.length === 0 || FOLDERS.includes(folder!) || closestName(folder!, FOLDERS) !== undefined
}
