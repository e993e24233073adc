import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHAPES } from './shapes.ts'
import type { Sizes, Trial } from './trial.ts'

const FOLDER = join(import.meta.dirname, 'found')

/** A request that was beyond a bound when it was found: what it is, not its bytes. */
export interface Found {
  shape: string
  step: string
  sizes: Sizes
  /** Whether it is still so, with what is to be done in docs/decisions/0097. */
  open?: true
}

/** Keeps them, in a file for each shape. */
export function keep(trials: readonly Trial[]): void {
  for (const shape of Object.keys(SHAPES)) {
    const own = trials
      .filter((trial) => trial.shape === shape)
      .map(({ step, sizes }) => ({ step, sizes: present(sizes) }))
    if (own.length === 0) continue
    const known = readFound()
      .filter((found) => found.shape === shape)
      .map(({ step, sizes, open }) => ({ step, sizes, ...(open && { open }) }))
    const all = [...known, ...own].map((found) => JSON.stringify(found, null, 1).replaceAll(/\n */g, ' '))
    writeFileSync(join(FOLDER, `${shape}.json`), `[\n${[...new Set(all)].map((line) => `  ${line}`).join(',\n')}\n]\n`)
  }
}

export function readFound(): Found[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const found = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Omit<Found, 'shape'>[]
      return found.map((one) => ({ shape: file.replace('.json', ''), ...one }))
    })
}

/** Without what it has none of. */
function present(sizes: Sizes): Sizes {
  return Object.fromEntries(Object.entries(sizes).filter(([, size]) => size > 0))
}
