/**
 * The text of a Word file, paragraph by paragraph. Pure functions: no files, no clock.
 * @module
 */
import { readZipDirectory, unpack } from '../container/zip.ts'
import { OFFICE_LIMITS } from '../limits.ts'
import { OfficeError } from '../office-error.ts'
import { attributeOf, forEachTag, textBetween } from '../xml/for-each-tag.ts'
import { fileKind } from './file-kind.ts'
import { WordNumbering, type ListPlace } from './word-numbering.ts'

export { OfficeError } from '../office-error.ts'

const MAIN = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'
/** Bytes of the text of a Word file with its tags: many times what any document has. */
const LONGEST = 32 * 1024 * 1024
/** What is deleted or moved away, or repeated for older programs. */
const UNREAD = ['del', 'moveFrom', 'Fallback'] as const
/** What says how a paragraph looks, how it looked before a tracked change, and by what it is numbered. */
const LOOKS = ['pPr', 'pPrChange', 'pStyle', 'numId', 'ilvl'] as const
const TAGS = ['p', 't', 'tab', 'br', 'cr', 'noBreakHyphen', ...UNREAD, ...LOOKS] as const
const SIGNS: Partial<Record<(typeof TAGS)[number], string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' }

/**
 * The text of a .docx file as it is once its tracked changes are accepted: a line for each paragraph, those of tables and
 * text boxes too, with the numbers that Word counts itself. Throws an `OfficeError` where it cannot be read.
 */
export async function readWordText(bytes: Uint8Array, file: string): Promise<string> {
  const refused = (cause?: unknown) => OfficeError.of('not-a-word-file', { file }, cause)
  if (fileKind(bytes) !== 'zip') throw refused()
  const parts = await partsOf(bytes, file).catch((cause: unknown) => {
    throw refused(cause)
  })
  const main = parts.get(MAIN)
  if (!main) throw refused()
  return textOf(main, new WordNumbering(parts.get(NUMBERING), parts.get(STYLES)))
}

async function partsOf(bytes: Uint8Array, file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const limits = { ...OFFICE_LIMITS, unpackedBytes: LONGEST }
  const parts = readZipDirectory(bytes, limits, { file }).filter(({ name }) => [MAIN, NUMBERING, STYLES].includes(name))
  return unpack(bytes, parts, limits, { file })
}

/** A paragraph before its first words, and by what it is numbered. */
interface Paragraph {
  style: string | undefined
  list: string | undefined
  level: number | undefined
  /** Whether its end is deleted: without words it is gone. */
  isDeleted: boolean
  hasBegun: boolean
}

function textOf(xml: Uint8Array, numbering: WordNumbering): string {
  let [text, unread, looks, before, from] = ['', 0, 0, 0, 0]
  const open: Paragraph[] = []
  const placeOf = (paragraph: Paragraph | undefined): ListPlace | undefined =>
    paragraph === undefined || paragraph.hasBegun ? undefined : numbering.placeOf(paragraph)
  const add = (words: string) => {
    const paragraph = open.at(-1)
    const place = words === '' ? undefined : placeOf(paragraph)
    if (paragraph && words !== '') paragraph.hasBegun = true
    text += (place ? numbering.next(place) : '') + words
  }
  forEachTag(xml, TAGS, (tag) => {
    const { name, isClosing, isSelfClosing, start, end } = tag
    const step = isSelfClosing ? 0 : isClosing ? -1 : 1
    const paragraph = open.at(-1)
    if (name === 'pPr') looks += step
    else if (name === 'pPrChange') before += step
    else if (looks > 0) {
      if (!paragraph || isClosing || before > 0) return
      const value = attributeOf(xml, tag, 'val')
      if (name === 'pStyle') paragraph.style = value
      else if (name === 'numId') paragraph.list = value
      else if (name === 'ilvl') paragraph.level = Number(value)
      else if (name === 'del' || name === 'moveFrom') paragraph.isDeleted = true
    } else if (UNREAD.some((other) => other === name)) unread += step
    else if (unread > 0) return
    else if (name === 't') {
      if (isClosing) add(textBetween(xml, from, start))
      else from = end
    } else if (name === 'p') {
      text += text === '' || text.endsWith('\n') ? '' : '\n'
      if (isSelfClosing) return
      if (!isClosing) {
        open.push({ style: undefined, list: undefined, level: undefined, isDeleted: false, hasBegun: false })
        return
      }
      const ended = open.pop()
      const place = placeOf(ended)
      // One without words is numbered too.
      if (place && !ended?.isDeleted) numbering.next(place)
    } else if (!isClosing) add(SIGNS[name as keyof typeof SIGNS] ?? '')
  })
  return text
}
