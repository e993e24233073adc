/** Names of devices, with whatever ending: Windows makes no file of them. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i

/** A name that every file system takes. */
export function fileName(name: string): string {
  const safe = name.replaceAll(/\p{Cc}|[<>:"/\\|?*]/gu, '-').replaceAll(/^[.\s]+|[.\s]+$/g, '')
  return cut(safe === '' ? '-' : safe.replace(DEVICE, '$&-'))
}

/** Letters of the name of a file, without the folder and the ending. */
const LONGEST = 60

/** The beginning of a name that is too long, up to the end of a word where words have spaces. */
function cut(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= LONGEST) return name
  const beginning = letters.slice(0, LONGEST).join('')
  const whole = letters[LONGEST] === ' ' ? beginning : beginning.replace(/(?<=.{20}) \S*$/su, '')
  return whole.replace(/[-.,\s]+$/u, '')
}

/** The same for files that lie in one folder: those of equal names are numbered, so that none is written over another. */
export function fileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const own = fileName(name)
    let free = own
    for (let count = 2; taken.has(asFoldersCompare(free)); count++) free = `${own}-${count}`
    taken.add(asFoldersCompare(free))
    return free
  })
}

/** Many folders do not tell capitals from small letters. */
function asFoldersCompare(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
