import type { Diagnostic, Text } from '@tiaoli/engine'
import type { ProblemCode } from './problem-details.ts'

/** One place in a request that is wrong. It never repeats the value that was given. */
export interface ProblemPlace {
  /** RFC 6901 pointer into the body, or into the part that `in` names; empty for the whole of it. */
  pointer: string
  in?: 'path' | 'query' | 'header'
  /** From 1, in the body that was read; absent where the body as a whole could be read. */
  line?: number
  column?: number
  /** Of a workbook that was sent: its name, and where in it, such as `A7`. */
  file?: string
  sheet?: string
  cell?: string
  code: string
  detail: Text
  suggestion?: string
}

/** Optional parts of a problem. */
export interface ProblemExtras {
  /** The closest known name. */
  suggestion?: string | undefined
  /** Errors in pack files, by file, line and column. */
  diagnostics?: readonly Diagnostic[]
  /** Expectations of cases that do not hold. */
  failures?: readonly object[]
  /** Headers of the response. */
  headers?: Readonly<Record<string, string>>
}

/** Thrown by handlers and middleware; `app.onError` turns it into the response. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly places: readonly ProblemPlace[]
  readonly extras: ProblemExtras

  constructor(
    code: ProblemCode,
    places: readonly ProblemPlace[] = [],
    extras: ProblemExtras = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.code = code
    this.places = places
    this.extras = extras
  }
}
