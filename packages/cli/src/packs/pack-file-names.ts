import { FILE_KINDS, closestName, isBesidePack } from '@tiaoli/engine/plan'

const FOLDERS = ['documents', 'profiles', 'requirements', 'cases', 'imports', 'tables', 'registers']

/** Whether a file is the text of a document, verbatim. The loader does not read it. */
export function isDocumentText(path: string): boolean {
  return /^documents\/[a-z0-9-]+\/source\.(?:zh|en)\.txt$/.test(path)
}

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
