import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_KINDS, type PackSource } from '@tiaoli/engine'

const RULES = join(import.meta.dirname, '..', 'rules')

/** A pack read from its files as text, so that diagnostics have lines and columns. */
export function readPack(id: string): PackSource {
  const folder = join(RULES, id)
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => FILE_KINDS.some(({ name }) => name.test(path)))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const { uses = [] } = JSON.parse(files['pack.json'] ?? '{}') as { uses?: string[] }
  return { files, uses: uses.map(readPack) }
}

/** The sample ledger of 79 firms. */
export function readSample(): unknown {
  return JSON.parse(readFileSync(join(RULES, 'ganzhou-2018-32', 'samples', 'city-of-79.json'), 'utf8'))
}
