import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readText, unreadable } from '../input/read-file.ts'
import { shownPath } from '../input/shown-path.ts'
import { belongsToPack, DOCUMENT } from './known-files.ts'
import { idOf, type PackFolder, type PackReader } from './pack-on-disk.ts'

/** Larger than any file the loader takes: four bytes for each of its two million characters. */
const FILE_LIMIT = 8_000_000

/** Reads packs from the file system. */
export function folderReader(cwd: string): PackReader {
  return {
    read: (folder) => readFolder(folder, cwd),
    candidates: (id, beside) => [
      join(dirname(beside), id),
      join(cwd, 'rules', id),
      ...installedRules(cwd).map((rules) => join(rules, id)),
    ],
  }
}

function readFolder(folder: string, cwd: string): PackFolder | undefined {
  if (!isPackFolder(folder)) return undefined
  let paths: string[]
  try {
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    throw unreadable(folder, error)
  }
  const texts = new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .filter(belongsToPack)
      .sort()
      .map((path) => [path, readText(join(folder, path), FILE_LIMIT)]),
  )
  const document = existsSync(join(folder, DOCUMENT)) ? readText(join(folder, DOCUMENT), FILE_LIMIT) : undefined
  return { id: idOf(texts.get('pack.json')), shown: shownPath(cwd, folder), folder, texts, document }
}

export function isPackFolder(folder: string): boolean {
  return existsSync(join(folder, 'pack.json'))
}

/** The folders below one that are packs, by name. */
export function packsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPackFolder(join(folder, entry.name)))
    .map(({ name }) => name)
    .sort()
}

/** Where @tiaoli/rules is installed, seen from the working folder or from this program. */
export function installedRules(cwd: string): string[] {
  return [join(cwd, 'package.json'), import.meta.filename].flatMap((from) => {
    try {
      return [dirname(createRequire(from).resolve('@tiaoli/rules/package.json'))]
    } catch {
      return []
    }
  })
}
