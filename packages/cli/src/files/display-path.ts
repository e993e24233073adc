import { isAbsolute, relative } from 'node:path'

/** A path as messages show it: relative to the working folder if inside it, otherwise absolute. */
export function displayPath(cwd: string, path: string): string {
  const relativePath = relative(cwd, path)
  return relativePath.startsWith('..') || isAbsolute(relativePath) ? path : relativePath || '.'
}
