import { looksPersonal } from '../looks-personal.ts'

/** What a file or a sheet is called wherever it is told: a name that looks like a number of a person is not repeated. */
export function shownName(name: string, instead: string): string {
  return looksPersonal(name) === undefined ? name : instead
}

/** The names of the sheets of a file, each its own. */
export function shownNames(names: readonly string[]): string[] {
  const taken = new Set(names)
  return names.map((name, i) => {
    let instead = `${HIDDEN}${i + 1}`
    while (taken.has(instead)) instead = HIDDEN + instead
    return shownName(name, instead)
  })
}

/** What stands for a name that is not repeated. */
export const HIDDEN = '…'
