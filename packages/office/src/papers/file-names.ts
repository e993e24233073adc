/** A name that every file system takes. */
export function fileName(name: string): string {
  const safe = name.replaceAll(/\p{Cc}|[<>:"/\\|?*]/gu, '-').replaceAll(/^[.\s]+|[.\s]+$/g, '')
  return /^.{0,60}/u.exec(safe)?.[0] ?? ''
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
