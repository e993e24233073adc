import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Failure } from '../failure.ts'
import { shownPath } from '../input/shown-path.ts'
import { belongsToPack, DOCUMENT } from './known-files.ts'
import { idOf, type PackFolder, type PackReader } from './pack-on-disk.ts'

const BUFFER = 256 * 1024 * 1024

/** Reads packs as they were at a git revision, out of the object store; the working tree is not touched. */
export function revisionReader(cwd: string, folder: string, revision: string): PackReader {
  const start = existing(folder)
  const shownTop = git(start, ['rev-parse', '--show-toplevel'])
  if (!shownTop) throw new Failure('noRepository', [shownPath(cwd, folder)])
  const top = shownTop.toString('utf8').trim()
  const verified = git(start, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (!verified) throw new Failure('noRevision', [revision])
  const commit = verified.toString('utf8').trim()
  return {
    read: (at) => readTree(top, commit, at, `${shownPath(cwd, at)}@${revision}`),
    candidates: (id, beside) => [join(dirname(beside), id), join(top, 'rules', id)],
  }
}

/** The folder, or the nearest one around it that is there: a pack may have been added or removed since. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder))
}

function readTree(top: string, commit: string, folder: string, shown: string): PackFolder | undefined {
  // Git names its top folder without symbolic links.
  const there = existing(folder)
  const within = relative(top, join(realpathSync(there), relative(there, folder))).replaceAll('\\', '/')
  const prefix = within === '' ? '' : `${within}/`
  const listed = git(top, ['ls-tree', '-r', '-z', '--name-only', commit, ...(prefix === '' ? [] : ['--', prefix])])
  const paths = (listed?.toString('utf8') ?? '')
    .split('\0')
    .filter((path) => path.startsWith(prefix) && path !== '')
    .map((path) => path.slice(prefix.length))
    .filter((path) => belongsToPack(path) || path === DOCUMENT)
    .sort()
  if (!paths.includes('pack.json')) return undefined
  const names = paths.map((path) => `${commit}:${prefix}${path}\n`).join('')
  const contents = git(top, ['cat-file', '--batch'], names)
  if (!contents) throw new Failure('noRevision', [shown])
  const texts = new Map(splitBatch(contents).map((text, i) => [paths[i]!, text]))
  const document = texts.get(DOCUMENT)
  texts.delete(DOCUMENT)
  return { id: idOf(texts.get('pack.json')), shown, folder: undefined, texts, document }
}

/** `<oid> blob <size>\n<content>\n`, once for each name asked for. */
function splitBatch(output: Buffer): string[] {
  const texts: string[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const size = Number(output.toString('utf8', at, end).split(' ')[2])
    texts.push(output.toString('utf8', end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return texts
}

/** What git answers; undefined where it refuses or is not there. */
function git(cwd: string, args: readonly string[], input?: string): Buffer | undefined {
  try {
    return execFileSync('git', args, { cwd, input, maxBuffer: BUFFER, stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
