import type { CallName, Calls, Refusal } from './calls.ts'
import type { Cancellation, Request, Response } from './messages.ts'

/** What the engine refuses, with its sentences. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.sentences[0]?.text.en ?? 'refused')
    this.refusal = refusal
  }
}

/** The engine behind its port. Calls are answered in their order. */
export class Engine {
  readonly #worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, { answer: (value: never) => void; refuse: (error: Error) => void }>()
  #calls = 0
  /** Why there will be no more answers. */
  #end: Error | undefined

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Response>) => this.#receive(data))
    this.#worker.addEventListener('error', ({ message }) => this.#endWith(new Error(message)))
  }

  /** Throws `RefusedError` where what is asked does not fit, and the reason of the signal once nobody wants to know. */
  async call<Name extends CallName>(
    call: Name,
    asks: Calls[Name]['asks'],
    signal?: AbortSignal,
  ): Promise<Calls[Name]['answer']> {
    signal?.throwIfAborted()
    if (this.#end) throw this.#end
    const id = ++this.#calls
    const request: Request = { id, call, asks }
    return new Promise((answer, refuse) => {
      this.#waiting.set(id, { answer, refuse })
      signal?.addEventListener('abort', () => this.#cancel(id, signal), { once: true })
      this.#worker.postMessage(request)
    })
  }

  /** Ends its thread. What was asked and is asked from now on fails. */
  close(): void {
    this.#worker.terminate()
    this.#endWith(new Error('the engine is closed'))
  }

  #endWith(error: Error): void {
    this.#end ??= error
    for (const { refuse } of this.#waiting.values()) refuse(this.#end)
    this.#waiting.clear()
  }

  #cancel(id: number, { reason }: AbortSignal): void {
    const waiting = this.#waiting.get(id)
    if (!this.#waiting.delete(id)) return
    const cancellation: Cancellation = { cancel: id }
    this.#worker.postMessage(cancellation)
    waiting?.refuse(reason as Error)
  }

  #receive(response: Response): void {
    const waiting = this.#waiting.get(response.id)
    this.#waiting.delete(response.id)
    if ('answer' in response) waiting?.answer(response.answer as never)
    else if ('refusal' in response) waiting?.refuse(new RefusedError(response.refusal))
    else waiting?.refuse(new Error(response.fault))
  }
}
