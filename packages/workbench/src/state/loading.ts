import type { Refusal } from '../engine/calls.ts'
import { RefusedError } from '../engine/engine.ts'
import { ServerError } from './server.ts'

/** Something that takes time: asked for, there, refused with sentences, or not to be had. */
export type Loading<T> =
  | { readonly state: 'none' | 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** The service gave no answer, or another than was needed: its status, 0 where there was none. */
  | { readonly state: 'unavailable'; readonly status: number }
  | { readonly state: 'failed'; readonly message: string }

/** What became of it. */
export type Loaded<T> = Exclude<Loading<T>, { state: 'none' | 'loading' }>

export const NONE = { state: 'none' } as const
export const LOADING = { state: 'loading' } as const

export async function loaded<T>(load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { state: 'ready', value: await load() }
  } catch (error) {
    if (error instanceof RefusedError) return { state: 'refused', refusal: error.refusal }
    if (error instanceof ServerError)
      return error.refusal && error.status !== 401
        ? { state: 'refused', refusal: error.refusal }
        : { state: 'unavailable', status: error.status }
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
