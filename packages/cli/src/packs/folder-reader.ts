import { readdirSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { displayPath } from '../files/display-path.ts'
import { Failure } from '../failure.ts'
import { readBytes, unreadable } from '../input/read-file.ts'
import type { PackReader } from './assemble-pack.ts'
import { isDocumentText, isPackFile } from './pack-file-names.ts'
import { installedRules, isPackFolder } from './pack-folders.ts'
import { packIdIn } from './pack-json.ts'
import type { PackFolder } from './pack-on-disk.ts'

/** Larger than any file the loader accepts: four bytes for each of its two million characters. */
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
  const files = paths.map((path) => path.replaceAll('\\', '/')).sort()
  const bytesOf = (isWanted: (path: string) => boolean) =>
    new Map(files.filter(isWanted).map((path) => [path, readBytes(fileWithin(folder, path), FILE_LIMIT)]))
  const contents = bytesOf(isPackFile)
  return {
    id: packIdIn(contents.get('pack.json')),
    path: displayPath(cwd, folder),
    folder,
    contents,
    documentTexts: bytesOf(isDocumentText),
  }
}

/** A file of a folder. Refused where a link leads elsewhere: messages quote the lines of what is read. */
function fileWithin(folder: string, path: string): string {
  const file = join(folder, path)
  let real: string
  try {
    real = realpathSync(file)
  } catch (error) {
    throw unreadable(file, error)
  }
  if (!real.startsWith(realpathSync(folder) + sep)) throw new Failure('linkOutside', [path])
  return file
}
