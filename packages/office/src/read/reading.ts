import { CellCounter } from '../cells/make-sheet.ts'
import { OFFICE_LIMITS, type OfficeLimits } from '../limits.ts'
import { OfficeError } from '../office-error.ts'
import { UnreadableSheet } from './sheetjs.ts'
import { HIDDEN, shownName, shownNames } from './shown-name.ts'
import { Pace, type Progress, type StopSignal } from './pace.ts'

export interface ReadOptions {
  /** The name of the file: errors and places repeat it. Its ending decides nothing. */
  name: string
  /** An `AbortSignal`: reading stops between sheets, with its reason. */
  signal?: StopSignal | undefined
  /** Called after sheets were read. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** Limits other than `OFFICE_LIMITS`. */
  limits?: Partial<OfficeLimits> | undefined
}

/** What the readers of all formats share while they read a file. */
export class Reading {
  readonly file: string
  readonly limits: OfficeLimits
  readonly pace: Pace
  readonly counter: CellCounter

  constructor({ name, signal, onProgress, limits }: ReadOptions) {
    this.file = shownName(name, HIDDEN + (/\.[a-z]{2,4}$/i.exec(name)?.[0] ?? ''))
    this.limits = { ...OFFICE_LIMITS, ...limits }
    this.pace = new Pace(signal, onProgress)
    this.counter = new CellCounter(this.limits, this.file)
  }

  /** Refuses what is too much before it is read in full. */
  check(limit: keyof OfficeLimits, amount: number): void {
    if (amount > this.limits[limit]) throw OfficeError.tooLarge(limit, this.limits, { file: this.file })
  }

  /** What the library cannot read is broken, whatever it says. */
  async library<T>(read: Promise<T>): Promise<T> {
    try {
      return await read
    } catch (error) {
      if (error instanceof UnreadableSheet)
        throw OfficeError.of('sheet-broken', { file: this.file, sheet: shownName(error.sheet, HIDDEN) }, error)
      throw OfficeError.of('broken', { file: this.file }, error)
    }
  }

  /** What sheets are called wherever they are told. Programs find them by their names, and some names lead them astray. */
  sheetNames(names: readonly string[]): string[] {
    this.check('sheets', names.length)
    const seen = new Set<string>()
    for (const name of names) {
      if (name === '' || name in Object.prototype || seen.has(name))
        throw OfficeError.of('sheet-name', { file: this.file })
      seen.add(name)
    }
    return shownNames(names)
  }
}
