/** How to stop: an `AbortSignal` of any platform. */
export interface StopSignal {
  throwIfAborted(): void
}

export interface Progress {
  /** Sheets read so far. */
  readonly done: number
  readonly total: number
}

declare const setTimeout: (callback: () => void) => unknown

/** Says how far the reading is, and lets others run: messages to a Web Worker, clicks on a page. */
export class Pace {
  private readonly signal: StopSignal | undefined
  private readonly onProgress: ((progress: Progress) => void) | undefined

  constructor(signal: StopSignal | undefined, onProgress: ((progress: Progress) => void) | undefined) {
    this.signal = signal
    this.onProgress = onProgress
  }

  /** Throws the reason of the signal if the reading is to stop. */
  async rest(progress?: Progress): Promise<void> {
    if (progress) this.onProgress?.(progress)
    await new Promise<void>((resolve) => setTimeout(resolve))
    this.signal?.throwIfAborted()
  }
}
