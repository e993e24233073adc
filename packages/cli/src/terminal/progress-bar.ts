import type { Output } from './output.ts'

/** Shorter work needs no bar. */
const DELAY_MS = 1000

/** A progress bar for work of more than a second. Drawn only in a terminal. */
export class ProgressBar {
  readonly #out: Output
  readonly #label: string
  readonly #started = performance.now()
  #bar: import('cli-progress').SingleBar | undefined
  #loading: Promise<void> | undefined

  constructor(out: Output, label: string) {
    this.#out = out
    this.#label = label
    if (out.isTerminal) this.#loading = this.#load()
  }

  /** Resolves once the bar can be drawn. Await it before synchronous work. */
  get ready(): Promise<void> {
    return this.#loading ?? Promise.resolve()
  }

  /** `total` is 0 if unknown. */
  update = (done: number, total: number): void => {
    const bar = this.#bar
    if (!bar || performance.now() - this.#started < DELAY_MS) return
    if (!bar.isActive) bar.start(total, done, { label: this.#label })
    bar.update(done)
  }

  stop(): void {
    this.#bar?.stop()
  }

  async #load(): Promise<void> {
    const { default: progress } = await import('cli-progress')
    this.#bar = new progress.SingleBar({
      stream: this.#out.stream,
      format: (_, { value, total }, { label }: { label: string }) =>
        total > 0 ? `${label} ${Math.floor((100 * value) / total)}% (${value}/${total})` : `${label} ${value}`,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: true,
    })
  }
}
