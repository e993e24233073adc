import { vi } from 'vitest'

type Listener = (event: { data: unknown; message?: string }) => void

/** Starts the program of the engine's thread in this one, for there are no browser threads in Node. */
export class WorkerInProcess {
  readonly #listeners = new Map<string, Listener>()
  readonly #program: Promise<Listener>

  constructor() {
    this.#program = this.#start()
  }

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, listener)
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message)
    void this.#program.then((receive) => receive({ data }))
  }

  terminate(): void {
    this.#listeners.clear()
  }

  /** Breaks down, as a thread does that runs out of memory. */
  breakDown(message: string): void {
    this.#listeners.get('error')?.({ data: undefined, message })
    this.terminate()
  }

  async #start(): Promise<Listener> {
    return new Promise((resolve) => {
      vi.stubGlobal('self', {
        addEventListener: (_: string, receive: Listener) => resolve(receive),
        postMessage: (data: unknown) => this.#listeners.get('message')?.({ data: structuredClone(data) }),
      })
      vi.resetModules()
      void import('../../packages/workbench/src/engine/engine-worker.ts')
    })
  }
}
