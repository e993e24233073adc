/** A piece of a text: words, or a name in braces. */
export type TemplatePiece = { words: string } | { name: string }

const PIECE = /(?<literal>\{\{|\}\})|\{(?<name>[A-Za-z][\w.]*)\}|(?<stray>\{[^{}]*\}?|\})|[^{}]+/g

/** The pieces of a text; `{{` and `}}` are the braces themselves. `stray` is the first that has no meaning. */
export function parseTemplate(text: string): { pieces: TemplatePiece[]; stray: string | undefined } {
  let stray: string | undefined
  const pieces = [...text.matchAll(PIECE)].map(({ 0: words, groups = {} }): TemplatePiece => {
    stray ??= groups['stray']
    if (groups['name'] !== undefined) return { name: groups['name'] }
    return { words: groups['literal'] === undefined ? words : words.charAt(0) }
  })
  return { pieces, stray }
}
