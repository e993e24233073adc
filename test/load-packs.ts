import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import { readPack } from '../scripts/read-pack.ts'

export { readPack }

const SAMPLE = join(import.meta.dirname, '..', 'rules', 'ganzhou-2018-32', 'samples', 'city-of-79.json')

/** The sample ledger of 79 firms. */
export function readSample(): unknown {
  return JSON.parse(readFileSync(SAMPLE, 'utf8'))
}

/** A pack of this repository, compiled once for all tests. */
export const compiledPack = once((id: string) => compile(readPack(id)))

/** The same on the reference runtime. */
export const referencePack = once((id: string) => compileReference(compiledPack(id)))

function once<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>()
  return (id) => {
    if (!made.has(id)) made.set(id, make(id))
    return made.get(id)!
  }
}
