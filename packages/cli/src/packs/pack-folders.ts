import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export function isPackFolder(folder: string): boolean {
  return existsSync(join(folder, 'pack.json'))
}

/** The names of the pack folders directly in a folder, sorted. */
export function packsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPackFolder(join(folder, entry.name)))
    .map(({ name }) => name)
    .sort()
}

/** Where @tiaoli/rules is installed, as seen from the working folder or from this program. */
export function installedRules(cwd: string): string[] {
  return [join(cwd, 'package.json'), import.meta.filename].flatMap((from) => {
    try {
      return [dirname(createRequire(from).resolve('@tiaoli/rules/package.json'))]
    } catch {
      return []
    }
  })
}
