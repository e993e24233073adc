import type { Text } from '@tiaoli/engine'
import type { SourcePlace } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import type { Output } from '../terminal/output.ts'
import { sourceExcerpt } from '../terminal/source-excerpt.ts'
import { packFilePath, textIn, type PackOnDisk } from './pack-on-disk.ts'

/** What the loader or a lint reports at a place in a pack. */
export interface PackDiagnostic extends SourcePlace {
  code: string
  severity: 'error' | 'warning' | 'hint'
  message: Text
  suggestion?: string
}

const STYLES = { error: 'red', warning: 'yellow', hint: 'cyan' } as const

/** A diagnostic with the path of its file, for JSON output. */
export function withFilePath(pack: PackOnDisk, { pack: id, file, ...rest }: PackDiagnostic) {
  return { pack: id, file: packFilePath(pack, id, file), ...rest }
}

/** `file:line:column code message`, the source line underlined, and the nearest known name. */
export function diagnosticLines(
  { language, texts }: Context,
  out: Output,
  pack: PackOnDisk,
  item: PackDiagnostic,
): string[] {
  const path = packFilePath(pack, item.pack, item.file)
  const position = item.line === undefined ? item.pointer && `#${item.pointer}` : `:${item.line}:${item.column}`
  const folder = pack.all.get(item.pack)
  const text = folder && textIn(folder, item.file)
  const source =
    text === undefined || item.line === undefined || item.column === undefined
      ? []
      : sourceExcerpt(text, item.line, item.column, out.width, (marks) => out.paint(STYLES[item.severity], marks))
  return [
    `${out.paint('bold', `${path}${position}`)} ${out.paint(STYLES[item.severity], item.code)} ${item.message[language]}`,
    ...source,
    ...(item.suggestion === undefined ? [] : [`      = ${out.paint('green', texts.didYouMean(item.suggestion))}`]),
  ]
}
