import type { Answered, DearService } from './dear-service.ts'
import { tried, type Shape, type Sizes, type Trial } from './trial.ts'

/** What no request may take on the machine on which it is searched. */
export const BOUNDS = { cpu: 2, megabytes: 64 } as const

/** How many times the bound a request takes, of the bound that it comes nearest to. */
export function dearness({ cpu, megabytes }: Pick<Answered, 'cpu' | 'megabytes'>): number {
  return Math.max(cpu / BOUNDS.cpu, megabytes / BOUNDS.megabytes)
}

const dearer = (one: Answered, other: Answered) => dearness(one) > dearness(other)

export interface Climb {
  service: DearService
  shapes: Readonly<Record<string, Shape>>
  /** Until when, by `performance.now`. */
  until: number
  random: () => number
  found: (trial: Trial) => void
}

/** Tries the seeds of all shapes, and then changes what was dearest again and again. */
export async function climb({ service, shapes, until, random, found }: Climb): Promise<void> {
  const best = new Map<string, Trial[]>()
  const attempt = async (name: string, sizes: Sizes) => {
    const trial = await tried(service, [name, shapes[name]!], sizes, dearer)
    found(trial)
    // One for each address of a shape and each set of families, so that one kind does not hide others.
    const kept = [...(best.get(name) ?? []), trial].sort((a, b) => dearness(b.answered) - dearness(a.answered))
    best.set(name, kept.slice(0, KEPT))
  }
  const names = Object.keys(shapes)
  const seeds = names.map((name) => shapes[name]!.seeds.map((sizes) => ({ name, sizes })))
  const inTurns = Array.from({ length: Math.max(...seeds.map(({ length }) => length)) }, (_, i) =>
    seeds.flatMap((list) => list.slice(i, i + 1)),
  ).flat()
  for (const { name, sizes } of inTurns) {
    if (performance.now() > until) return
    await attempt(name, sizes)
  }
  while (performance.now() < until) {
    const name = names[Math.floor(random() * names.length)]!
    const parents = best.get(name) ?? []
    const parent = parents[Math.floor(random() * parents.length)]
    const other = parents[Math.floor(random() * parents.length)]
    if (parent) await attempt(name, changed(shapes[name]!, parent.sizes, other?.sizes ?? {}, random))
  }
}

const KEPT = 8

/** Sizes with one or two of them changed, or joined with those of another. */
export function changed({ dimensions }: Shape, sizes: Sizes, other: Sizes, random: () => number): Sizes {
  if (random() < 0.2) return { ...other, ...sizes }
  const names = Object.keys(dimensions)
  const own = names.filter((name) => sizes[name])
  const next: Record<string, number> = { ...sizes }
  for (let i = 0; i < 1 + Math.floor(random() * 2); i++) {
    const among = own.length > 0 && random() < 0.6 ? own : names
    const name = among[Math.floor(random() * among.length)]!
    const { most, isChoice } = dimensions[name]!
    const before = sizes[name] ?? 0
    if (isChoice) next[name] = Math.floor(random() * (most + 1))
    else if (before === 0) next[name] = Math.ceil(most ** random())
    else next[name] = Math.min(most, Math.floor(before * FACTORS[Math.floor(random() * FACTORS.length)]!))
  }
  return next
}

const FACTORS = [0, 0.5, 0.8, 1.3, 2, 2, 4] as const
