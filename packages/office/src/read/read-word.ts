/**
 * The text of a Word file, paragraph by paragraph. Pure functions: no files, no clock.
 * @module
 */
import { readZipDirectory, unpack } from '../container/zip.ts'
import { OFFICE_LIMITS } from '../limits.ts'
import { OfficeError } from '../office-error.ts'
import { forEachTag, textBetween } from '../xml/for-each-tag.ts'
import { fileKind } from './file-kind.ts'

export { OfficeError } from '../office-error.ts'

const MAIN = 'word/document.xml'
/** Bytes of the text of a Word file with its tags: many times what any document has. */
const LONGEST = 32 * 1024 * 1024
/** What is deleted or moved away, repeated for older programs, or says how a paragraph looks. */
const UNREAD = ['del', 'moveFrom', 'Fallback', 'pPr'] as const
const TAGS = ['p', 't', 'tab', 'br', 'cr', 'noBreakHyphen', ...UNREAD] as const
const SIGNS: Partial<Record<(typeof TAGS)[number], string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' }

/**
 * The text of a .docx file as it is once its tracked changes are accepted: a line for each paragraph, those of tables and
 * text boxes too. Numbers that Word counts itself are no text of it. Throws an `OfficeError` where it cannot be read.
 */
export async function readWordText(bytes: Uint8Array, file: string): Promise<string> {
  const refused = (cause?: unknown) => OfficeError.of('not-a-word-file', { file }, cause)
  if (fileKind(bytes) !== 'zip') throw refused()
  const part = await mainPart(bytes, file).catch((cause: unknown) => {
    throw refused(cause)
  })
  if (!part) throw refused()
  return textOf(part)
}

async function mainPart(bytes: Uint8Array, file: string): Promise<Uint8Array | undefined> {
  const limits = { ...OFFICE_LIMITS, unpackedBytes: LONGEST }
  const main = readZipDirectory(bytes, limits, { file }).filter(({ name }) => name === MAIN)
  return (await unpack(bytes, main, limits, { file })).get(MAIN)
}

function textOf(xml: Uint8Array): string {
  let [text, unread, from] = ['', 0, 0]
  forEachTag(xml, TAGS, ({ name, isClosing, isSelfClosing, start, end }) => {
    if (UNREAD.some((other) => other === name)) {
      if (!isSelfClosing) unread += isClosing ? -1 : 1
    } else if (unread > 0) return
    else if (name === 't') {
      if (isClosing) text += textBetween(xml, from, start)
      else from = end
    } else if (name === 'p') text += text === '' || text.endsWith('\n') ? '' : '\n'
    else if (!isClosing) text += SIGNS[name] ?? ''
  })
  return text
}
