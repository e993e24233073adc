import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { MINUTES } from '../timeout.ts'

const COLUMNS = 100
const ROWS = 60

/** A program in a real pseudo-terminal, and the screen that a person would see. */
export class TerminalSession {
  readonly #program: ReturnType<typeof spawn>
  readonly #screen = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true, scrollback: 5000 })
  /** Everything that was written, with its control sequences. */
  raw = ''
  #code: number | undefined

  constructor(file: string, args: readonly string[], options: { cwd: string; env: Record<string, string> }) {
    this.#program = spawn(file, [...args], { cols: COLUMNS, rows: ROWS, name: 'xterm-256color', ...options })
    this.#program.onData((text) => {
      this.raw += text
      this.#screen.write(text)
    })
    this.#program.onExit(({ exitCode }) => (this.#code = exitCode))
  }

  /** What stands on the screen, and what has left it above; a line that the terminal wrapped is one line. */
  text(): string {
    const { active } = this.#screen.buffer
    let text = ''
    for (let row = 0; row < active.length; row++) {
      const line = active.getLine(row)!
      text += `${row > 0 && !line.isWrapped ? '\n' : ''}${line.translateToString(true)}`
    }
    return text.trimEnd()
  }

  /** What stands on the screen right above a text, from its column on: wide characters take two columns. */
  above(text: string): string {
    const { active } = this.#screen.buffer
    for (let row = 1; row < active.length; row++) {
      const line = active.getLine(row)!
      if (line.translateToString(true).includes(text)) {
        const cells = Array.from({ length: line.length }, (_, column) => line.getCell(column)!.getChars() || ' ').join(
          '',
        )
        return active.getLine(row - 1)!.translateToString(true, cells.indexOf(text))
      }
    }
    return ''
  }

  clear(): void {
    this.#screen.reset()
  }

  press(keys: string): void {
    this.#program.write(keys)
  }

  /** Waits until a person would see this. */
  async sees(what: string | RegExp): Promise<void> {
    await this.#until(() => (typeof what === 'string' ? this.text().includes(what) : what.test(this.text())), what)
  }

  /** Waits for the end; gives the exit code. */
  async ends(): Promise<number> {
    await this.#until(() => this.#code !== undefined, 'its end')
    // What was written last may still have to be drawn.
    await new Promise<void>((resolve) => this.#screen.write('', resolve))
    return this.#code!
  }

  close(): void {
    if (this.#code === undefined) this.#program.kill()
  }

  async #until(holds: () => boolean, what: string | RegExp): Promise<void> {
    const end = Date.now() + MINUTES / 2
    while (!holds()) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${what}. On the screen:\n${this.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
