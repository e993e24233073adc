import { shownName } from '@tiaoli/office'

/** Characters of the name of a file. */
const MAX_NAME = 200

/**
 * What files that were sent are called in the answer: without folders and without what cannot be seen, each with a name
 * of its own. A name that looks like a number of a person is not repeated.
 */
export function fileNames(files: readonly { name: string }[]): string[] {
  const taken = new Set<string>()
  return files.map(({ name }, i) => {
    const shown = distinct(plainName(name, `file-${i + 1}`), taken)
    taken.add(shown)
    return shown
  })
}

function plainName(given: string, instead: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = last.replaceAll(/\p{C}/gu, '').trim().slice(0, MAX_NAME).toWellFormed()
  return /^\.*$/.test(name) ? instead : shownName(name, instead)
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let i = 2; ; i++) if (!taken.has(`${name} (${i})`)) return `${name} (${i})`
}
