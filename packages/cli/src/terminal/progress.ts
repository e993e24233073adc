import type { Context } from '../context.ts'

/** Shorter work needs no bar. */
const PATIENCE_MS = 1000

/** A bar on standard error, in a terminal, for what takes longer than a second. */
export class ProgressBar {
  readonly #context: Context
  readonly #label: string
  readonly #started = performance.now()
  #bar: import('cli-progress').SingleBar | undefined
  #loading: Promise<void> | undefined

  constructor(context: Context, label: string) {
    this.#context = context
    this.#label = label
    if (context.err.isTerminal) this.#loading = this.#load()
  }

  /** Resolves once the bar could be drawn; what runs without pause should wait for it first. */
  get ready(): Promise<void> {
    return this.#loading ?? Promise.resolve()
  }

  /** `total` 0 where it is not known. */
  update = (done: number, total: number): void => {
    const bar = this.#bar
    if (!bar || performance.now() - this.#started < PATIENCE_MS) return
    if (!bar.isActive) bar.start(total, done, { label: this.#label })
    bar.update(done)
  }

  stop(): void {
    this.#bar?.stop()
  }

  async #load(): Promise<void> {
    const { default: progress } = await import('cli-progress')
    this.#bar = new progress.SingleBar({
      stream: this.#context.err.stream,
      format: (_, { value, total }, { label }: { label: string }) =>
        total > 0 ? `${label} ${Math.floor((100 * value) / total)}% (${value}/${total})` : `${label} ${value}`,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: true,
    })
  }
}
