import { isAbsolute, relative } from 'node:path'

/** A path as messages show it: seen from the working folder where it is inside, else in full. */
export function shownPath(cwd: string, path: string): string {
  const seen = relative(cwd, path)
  return seen.startsWith('..') || isAbsolute(seen) ? path : seen || '.'
}
