import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { MEBI } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'
import { displayPath } from '../files/display-path.ts'
import type { PackReader } from './assemble-pack.ts'
import { isDocumentText, isPackFile } from './pack-file-names.ts'
import { packIdIn } from './pack-json.ts'
import type { PackFolder } from './pack-on-disk.ts'

const BUFFER = 256 * MEBI

/** Reads packs of a git revision from the object store, without touching the working tree. */
export function revisionReader(cwd: string, folder: string, revision: string): PackReader {
  const start = nearestExisting(folder)
  const topLine = git(start, ['rev-parse', '--show-toplevel'])
  if (!topLine) throw new Failure('noRepository', [displayPath(cwd, folder)])
  const top = topLine.toString('utf8').trim()
  const verified = git(start, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (!verified) throw new Failure('unknownRevision', [revision])
  const commit = verified.toString('utf8').trim()
  return {
    read: (at) => readTree(top, commit, at, `${displayPath(cwd, at)}@${revision}`),
    candidates: (id, beside) => [join(dirname(beside), id), join(top, 'rules', id)],
  }
}

/** The folder, or the nearest existing one above it: the pack may have been added or removed since. */
function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder))
}

function readTree(top: string, commit: string, folder: string, path: string): PackFolder | undefined {
  // Git names its top folder without symbolic links.
  const existing = nearestExisting(folder)
  const within = relative(top, join(realpathSync(existing), relative(existing, folder))).replaceAll('\\', '/')
  const prefix = within === '' ? '' : `${within}/`
  const listed = git(top, ['ls-tree', '-r', '-z', '--name-only', commit, ...(prefix === '' ? [] : ['--', prefix])])
  const files = (listed?.toString('utf8') ?? '')
    .split('\0')
    .filter((file) => file.startsWith(prefix) && file !== '')
    .map((file) => file.slice(prefix.length))
    .filter((file) => isPackFile(file) || isDocumentText(file))
    .sort()
  if (!files.includes('pack.json')) return undefined
  const names = files.map((file) => `${commit}:${prefix}${file}\n`).join('')
  const output = git(top, ['cat-file', '--batch'], names)
  if (!output) throw new Failure('unknownRevision', [path])
  const all = splitBatch(output).map((bytes, i): [string, Uint8Array] => [files[i]!, bytes])
  const contents = new Map(all.filter(([file]) => isPackFile(file)))
  const documentTexts = new Map(all.filter(([file]) => isDocumentText(file)))
  return { id: packIdIn(contents.get('pack.json')), path, folder: undefined, contents, documentTexts }
}

/** Splits `<oid> blob <size>\n<content>\n`, repeated for each name. */
function splitBatch(output: Buffer): Buffer[] {
  const contents: Buffer[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const size = Number(output.toString('utf8', at, end).split(' ')[2])
    contents.push(output.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}

/** The output of git; undefined if it fails or is not installed. */
function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', args, { cwd, input, maxBuffer: BUFFER, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
