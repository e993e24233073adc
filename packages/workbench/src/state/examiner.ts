import type { PackSource } from '@tiaoli/engine'
import { Engine } from '../engine/engine.ts'
import type { Examination, FileChanges } from '../engine/revision-calls.ts'

/** An engine for the cases and lints of changed rules alone: they take a second or more, and no key is to wait for them. */
export class Examiner {
  #engine: Engine | undefined
  #source: PackSource | undefined

  async examine(source: PackSource, changes: FileChanges, signal: AbortSignal): Promise<Examination> {
    if (!this.#engine || this.#source !== source) {
      this.close()
      this.#engine = new Engine()
      this.#source = source
      await this.#engine.call('openRules', { source })
      signal.throwIfAborted()
    }
    return this.#engine.call('examine', { changes }, signal)
  }

  /** Ends its thread; the next examination begins another. */
  close(): void {
    this.#engine?.close()
    this.#engine = undefined
  }
}
