import type { CallName, Calls, Refusal } from './calls.ts'

/** What the page sends to the engine. */
export interface Request {
  readonly id: number
  readonly call: CallName
  readonly asks: Calls[CallName]['asks']
}

/** Nobody waits for an answer any more. */
export interface Cancellation {
  readonly cancel: number
}

/** What comes back: the answer, what is refused, or a fault of the program itself. */
export type Response =
  | { readonly id: number; readonly answer: Calls[CallName]['answer'] }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly fault: string }
