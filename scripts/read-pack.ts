import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackSource } from '@tiaoli/engine'
import { FILE_KINDS } from '@tiaoli/engine/plan'

const RULES = join(import.meta.dirname, '..', 'rules')
const EXAMPLES = join(import.meta.dirname, '..', 'examples')

/** The packs that are published: the folders of rules/ with a pack.json. */
export function packIds(): string[] {
  return packsIn(RULES)
}

/** These, and the examples. */
export function allPackIds(): string[] {
  return [...packsIn(RULES), ...packsIn(EXAMPLES)]
}

function packsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes('pack.json'))
    .map(({ name }) => name)
    .sort()
}

/** The folder of a pack, by its id. */
export function packFolder(id: string): string {
  const example = join(EXAMPLES, id)
  return existsSync(example) ? example : join(RULES, id)
}

/** A pack read from its files as text, so that diagnostics have lines and columns. */
export function readPack(id: string): PackSource {
  const folder = packFolder(id)
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => FILE_KINDS.some(({ name }) => name.test(path)))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  return { files, uses: usedPacksIn(files['pack.json']).map(readPack) }
}

/** Read leniently: what is wrong with pack.json is for the loader to say. */
function usedPacksIn(text = ''): string[] {
  try {
    const { uses } = JSON.parse(text) as { uses?: unknown }
    return Array.isArray(uses) ? uses.filter((id) => packIds().includes(String(id))) : []
  } catch {
    return []
  }
}
