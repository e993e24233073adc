import type { ToyParts } from '../../support/toy-pack.ts'
import type { Sizes } from '../trial.ts'

export type Json = Record<string, unknown>

/** The parts of a pack that many of one kind add. */
export interface Parts extends ToyParts {
  derived?: Json
  given?: Json
  /** Conditions that one requirement asks of all kitchens. */
  asks?: Json[]
}

/** One way in which a pack is large: the most of it that is tried, and the parts that so many of it add. */
export interface Family {
  most: number
  parts: (count: number, sizes: Sizes) => Parts
}

export function leaf(fact: string, value: unknown, operator = 'equal'): Json {
  return { fact, operator, value }
}

export function times<T>(count: number | undefined, of: (i: number) => T): T[] {
  return Array.from({ length: count ?? 0 }, (_, i) => of(i))
}

export function byName<T>(entries: readonly [string, T][]): Record<string, T> {
  return Object.fromEntries(entries)
}
