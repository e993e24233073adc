/**
 * Searches for the dearest legal request: `DEAREST_SECONDS` (120), `DEAREST_SHAPES` (all, else names with commas),
 * `PROPERTY_SEED` (a number; by chance if left out). Prints the ten dearest, and keeps what is beyond the bounds in
 * test/dearest/found.
 */
import { climb, BOUNDS, dearness } from './climb.ts'
import { DearService } from './dear-service.ts'
import { keep } from './found.ts'
import { SHAPES } from './shapes.ts'
import { tableOf } from './table.ts'
import type { Trial } from './trial.ts'

const { env } = process
const SECONDS = Number(env['DEAREST_SECONDS'] ?? 120)
const SEED = Number(env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const asked = env['DEAREST_SHAPES']?.split(',')

const shapes = Object.fromEntries(Object.entries(SHAPES).filter(([name]) => asked?.includes(name) ?? true))
const service = await DearService.start()
const trials: Trial[] = []
try {
  await climb({
    service,
    shapes,
    until: performance.now() + SECONDS * 1000,
    random: randomOf(SEED),
    found: (trial) => {
      trials.push(trial)
      if (env['DEAREST_LOG']) console.log(tableOf([trial]).split('\n').at(-1))
    },
  })
} finally {
  await service.stop()
}
const dearest = firstOfEachKind(trials.toSorted((a, b) => dearness(b.answered) - dearness(a.answered)))
console.log(`\n${trials.length} requests, seed ${SEED}; bounds: ${BOUNDS.cpu} s, ${BOUNDS.megabytes} MB\n`)
console.log(tableOf(dearest.slice(0, 10)))
const beyond = dearest.filter(({ answered }) => dearness(answered) > 1)
keep(beyond)
if (beyond.length > 0) process.exitCode = 1

/** Of those that differ in their sizes alone, the first. */
function firstOfEachKind(sorted: readonly Trial[]): Trial[] {
  const kinds = new Map<string, Trial>()
  for (const trial of sorted) {
    const families = Object.keys(trial.sizes).filter((name) => trial.sizes[name]! > 0)
    const kind = `${trial.shape} ${trial.step} ${families.slice(0, 3).join(' ')}`
    if (!kinds.has(kind)) kinds.set(kind, trial)
  }
  return [...kinds.values()]
}

/** Mulberry32: the same numbers from the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
