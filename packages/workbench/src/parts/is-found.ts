/** Whether texts together have every word that is looked for, in capitals or not, in full width or not. */
export function isFound(sought: string, texts: readonly (string | undefined)[]): boolean {
  const said = plain(texts.filter((text) => text !== undefined).join('\n'))
  return plain(sought)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
