import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Clock ticks of /proc/PID/stat in a second: the same on every Linux. */
const TICKS = 100

/** What a process took for one piece of work. */
export interface Spent {
  /** Seconds of processor time. */
  cpu: number
  /** Megabytes by which its memory grew at its peak. */
  megabytes: number
}

/** A process of this machine, by what Linux tells of it. */
export class WatchedProcess {
  readonly #pid: number

  constructor(pid: number) {
    this.#pid = pid
  }

  /** Begins a piece of work; what is returned ends it. */
  begin(): () => Spent {
    writeFileSync(`/proc/${this.#pid}/clear_refs`, '5') // the peak is what it is now
    const cpu = this.cpu()
    const memory = this.#kilobytes('VmRSS')
    return () => ({ cpu: this.cpu() - cpu, megabytes: (this.#kilobytes('VmHWM') - memory) / 1000 })
  }

  /** Seconds of processor time since it was started. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.#pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // a name may hold anything
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  #kilobytes(name: string): number {
    const line = new RegExp(String.raw`^${name}:\s+(\d+) kB$`, 'm').exec(
      readFileSync(`/proc/${this.#pid}/status`, 'utf8'),
    )
    return Number(line![1])
  }
}

/** The processes of a program that this one has started. */
export function childrenNamed(program: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat)!
        return Number(parent) === process.pid && name === program
      } catch {
        return false // it has ended
      }
    })
}
