import type { Place, Text } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import type { Output } from '../terminal/output.ts'
import { sourceLines } from '../terminal/source-lines.ts'

/** What the loader or a lint says of a place in a pack. */
export interface Told extends Place {
  code: string
  severity: 'error' | 'warning' | 'hint'
  message: Text
  suggestion?: string
}

const STYLES = { error: 'red', warning: 'yellow', hint: 'cyan' } as const

/** A diagnostic with the path of its file, as programs read it. */
export function located(pack: PackOnDisk, { pack: id, file, ...rest }: Told) {
  return { pack: id, file: pathOfFile(pack, id, file), ...rest }
}

/** `file:line:column code message`, the source line underlined, and the nearest known name. */
export function diagnosticLines({ language, texts }: Context, out: Output, pack: PackOnDisk, item: Told): string[] {
  const path = pathOfFile(pack, item.pack, item.file)
  const position = item.line === undefined ? item.pointer && `#${item.pointer}` : `:${item.line}:${item.column}`
  const text = pack.all.get(item.pack)?.texts.get(item.file)
  const source =
    text === undefined || item.line === undefined || item.column === undefined
      ? []
      : sourceLines(text, item.line, item.column, out.width, (marks) => out.paint(STYLES[item.severity], marks))
  return [
    `${out.paint('bold', `${path}${position}`)} ${out.paint(STYLES[item.severity], item.code)} ${item.message[language]}`,
    ...source,
    ...(item.suggestion === undefined ? [] : [`      = ${out.paint('green', texts.didYouMean(item.suggestion))}`]),
  ]
}

/** The path of a pack's file, as messages show it. */
export function pathOfFile(pack: PackOnDisk, id: string, file: string): string {
  return `${pack.all.get(id)?.shown ?? id}/${file}`
}
