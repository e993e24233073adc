import type { Answered, Asked, DearService } from './dear-service.ts'

/** How large a request is, by what makes it large; a choice is the number of what is chosen. */
export type Sizes = Readonly<Record<string, number>>

/** One thing by which a request of a shape can be made larger, or one choice. */
export interface Dimension {
  /** The most that is tried. */
  most: number
  /** Whether it is a choice, in which nothing is more than another. */
  isChoice?: true
}

/** Sends the requests of a trial, one after another. */
export type Send = (step: string, asked: Asked) => Promise<Answered>

/** A shape of request, at one address or along a way of several. */
export interface Shape {
  dimensions: Readonly<Record<string, Dimension>>
  /** From where the search begins. */
  seeds: readonly Sizes[]
  send: (sizes: Sizes, send: Send) => Promise<void>
}

/** One request that was measured. */
export interface Trial {
  shape: string
  sizes: Sizes
  /** The dearest of its requests. */
  step: string
  answered: Answered
}

/** Sends what a shape is at these sizes, and gives the dearest of its requests. */
export async function tried(
  service: DearService,
  [shape, { send }]: readonly [string, Shape],
  sizes: Sizes,
  dearer: (one: Answered, other: Answered) => boolean,
): Promise<Trial> {
  let dearest: Pick<Trial, 'step' | 'answered'> | undefined
  await send(sizes, async (step, asked) => {
    const answered = await service.ask(asked)
    if (!dearest || dearer(answered, dearest.answered)) dearest = { step, answered }
    return answered
  })
  return { shape, sizes, ...dearest! }
}

/** One of them by number. */
export function chosen<T>(choices: readonly T[], sizes: Sizes, name: string): T {
  return choices[(sizes[name] ?? 0) % choices.length]!
}
