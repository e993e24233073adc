import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export { readPack } from '../scripts/read-pack.ts'

const SAMPLE = join(import.meta.dirname, '..', 'rules', 'ganzhou-2018-32', 'samples', 'city-of-79.json')

/** The sample ledger of 79 firms. */
export function readSample(): unknown {
  return JSON.parse(readFileSync(SAMPLE, 'utf8'))
}
