import type { Text } from '@tiaoli/engine'
import { readZipDirectory, unpack } from '../container/zip.ts'
import { OFFICE_LIMITS } from '../limits.ts'
import { fileKind } from '../read/file-kind.ts'
import { attributeOf, forEachTag, textBetween } from '../xml/for-each-tag.ts'
import { zippedFiles } from '../write/zipped.ts'
import { BeforeSigns, withoutStop, type TemplatePart } from './before-signs.ts'
import { fieldOf, isOfProblem, likeField, NOTICE_NAMES, PROBLEM_NAMES, type NoticeFields } from './notice-fields.ts'
import { NoticeTemplateError } from './notice-template-error.ts'

/** A Word file of the office, with placeholders. */
export interface NoticeTemplate {
  /** How messages call it. */
  readonly name: string
  readonly bytes: Uint8Array
}

type Parts = ReadonlyMap<string, Uint8Array>

/** Bytes of a template once it is unpacked, and of its text with its tags: many times what a letterhead has. */
const MEGABYTE = 1024 * 1024
const LONGEST = 8 * MEGABYTE
const LONGEST_TEXT = 2 * MEGABYTE
const PARTS = 500

/**
 * Fills in notices by a template. Throws `NoticeTemplateError` where the template is none, or has a placeholder that there
 * is not. The library that it needs is loaded only then.
 */
export async function noticeFiller(
  template: NoticeTemplate,
): Promise<(fields: NoticeFields) => Uint8Array<ArrayBuffer>> {
  const { name } = template
  const parts = await partsOf(template)
  refuseForeign(parts, name)
  const [{ default: Docxtemplater }, { default: PizZip }, { default: InspectModule }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
    import('docxtemplater/js/inspect-module.js'),
  ])
  const inspected = new InspectModule()
  const documentOf = (modules: object[] = []) => {
    const signs = new BeforeSigns()
    const zip = new PizZip()
    for (const [part, bytes] of parts) zip.file(part, bytes)
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => '',
      parser: (tag, meta?: { tag?: TemplatePart }) => ({
        get: (scope: unknown) => valueIn(scope, tag, signs.has(meta?.tag)),
      }),
      modules: [signs, ...modules],
    })
  }
  try {
    documentOf([inspected])
  } catch (error) {
    throw brokenPlaceholder(error, name)
  }
  checkTags(inspected.getAllStructuredTags(), name)
  refuseWideBraces(parts, name)
  return (fields) => {
    const filled = documentOf()
    try {
      filled.render(fields)
    } catch (error) {
      throw brokenPlaceholder(error, name)
    }
    const files = filled.getZip().files as Readonly<Record<string, { dir: boolean; asUint8Array(): Uint8Array }>>
    return zippedFiles(
      Object.entries(files).flatMap(([part, file]) => (file.dir ? [] : [[part, file.asUint8Array()] as const])),
    )
  }
}

async function partsOf({ name, bytes }: NoticeTemplate): Promise<Parts> {
  const refused = (cause?: unknown) => new NoticeTemplateError('not-a-word-file', name, {}, cause)
  const limits = { ...OFFICE_LIMITS, parts: PARTS, unpackedBytes: LONGEST }
  if (fileKind(bytes) !== 'zip') throw refused()
  try {
    const entries = readZipDirectory(bytes, limits, { file: name }).filter((entry) => !entry.name.endsWith('/'))
    const sizeOf = (some: typeof entries) => some.reduce((sum, { size }) => sum + size, 0)
    const [all, text] = [sizeOf(entries), sizeOf(entries.filter((entry) => isText(entry.name)))]
    if (text > LONGEST_TEXT)
      throw tooLarge(name, { zh: '文字连同格式', en: 'its text with its formats' }, text, LONGEST_TEXT)
    if (all > LONGEST) throw tooLarge(name, { zh: '展开后', en: 'unpacked, it' }, all, LONGEST)
    const parts = await unpack(bytes, entries, limits, { file: name })
    if (!parts.has('word/document.xml') || !parts.has('[Content_Types].xml')) throw refused()
    return parts
  } catch (error) {
    throw error instanceof NoticeTemplateError ? error : refused(error)
  }
}

/** In megabytes, rounded up: of what is a little too large nobody is told that it is as large as it may be. */
function tooLarge(name: string, what: Text, size: number, most: number): NoticeTemplateError {
  const [found, allowed] = [Math.ceil((size / MEGABYTE) * 10) / 10, most / MEGABYTE]
  return new NoticeTemplateError('too-large', name, {
    size: {
      zh: `${what.zh}有${String(found)}MB，最多${String(allowed)}MB`,
      en: `${what.en} has ${String(found)} MB, and at most ${String(allowed)} MB are read`,
    },
  })
}

const MACROS = /vbaProject|vbaData|\/activeX\/|customUI/i
const EMBEDDED = /^word\/(?:embeddings|afchunk)/i
/** Fields that bring in what is elsewhere, or run something. */
const FETCHING = /\b(?:DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b/i

/** What a letter to be sent must not bring along, and what could make a reader do more than read. */
function refuseForeign(parts: Parts, file: string): void {
  const types = parts.get('[Content_Types].xml')!
  if ([...parts.keys()].some((name) => MACROS.test(name)) || has(types, 'macroEnabled'))
    throw new NoticeTemplateError('has-macros', file)
  for (const [name, bytes] of parts) {
    if (EMBEDDED.test(name)) throw new NoticeTemplateError('has-outside-parts', file)
    if (!isText(name)) continue
    if (has(bytes, '<!DOCTYPE') || has(bytes, '<!ENTITY')) throw new NoticeTemplateError('not-a-word-file', file)
    if (name.endsWith('.rels') && linksOutside(bytes)) throw new NoticeTemplateError('has-outside-parts', file)
    if (name.startsWith('word/') && fieldsOf(bytes).some((field) => FETCHING.test(field)))
      throw new NoticeTemplateError('has-outside-parts', file)
  }
}

function isText(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name)
}

function linksOutside(bytes: Uint8Array): boolean {
  let isOutside = false
  forEachTag(bytes, ['Relationship'], (tag) => {
    const isLink = (attributeOf(bytes, tag, 'Type') ?? '').endsWith('/hyperlink')
    if (attributeOf(bytes, tag, 'TargetMode') === 'External' && !isLink) isOutside = true
  })
  return isOutside
}

/** The instructions of the fields of a part; one may be cut into several pieces, which are joined. */
function fieldsOf(bytes: Uint8Array): string[] {
  const fields: string[] = []
  let [from, joined] = [0, '']
  forEachTag(bytes, ['instrText', 'fldSimple'], (tag) => {
    if (tag.name === 'fldSimple') fields.push(attributeOf(bytes, tag, 'instr') ?? '')
    else if (tag.isClosing) joined += textBetween(bytes, from, tag.start)
    else from = tag.end
  })
  return [...fields, joined]
}

function has(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => letter.charCodeAt(0))
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

/** A field of a scope by the name of a placeholder; what a problem does not have, the notice may. */
function valueIn(scope: unknown, placeholder: string, isBeforeSign: boolean): unknown {
  const field = fieldOf(placeholder)
  if (field === undefined || typeof scope !== 'object' || scope === null) return undefined
  const value = (scope as Readonly<Record<string, unknown>>)[field]
  return isBeforeSign && typeof value === 'string' ? withoutStop(value) : value
}

interface Tag {
  readonly type: string
  readonly value: string
  readonly module?: string
  readonly subparsed?: readonly Tag[]
}

const PLAIN_MODULES: ReadonlySet<string | undefined> = new Set([undefined, 'loop'])

function checkTags(tags: readonly Tag[], file: string): void {
  let hasProblems = false
  const check = (tag: Tag, isInProblem: boolean) => {
    if (tag.type !== 'placeholder') return
    const field = fieldOf(tag.value)
    if (!PLAIN_MODULES.has(tag.module))
      throw new NoticeTemplateError('placeholder-broken', file, { placeholder: tag.value })
    if (field === undefined)
      throw new NoticeTemplateError('placeholder-unknown', file, {
        placeholder: tag.value,
        suggestion: likeField(tag.value),
        names: ALL_NAMES,
      })
    if (isOfProblem(field) && !isInProblem)
      throw new NoticeTemplateError('placeholder-misplaced', file, { placeholder: tag.value })
    const isProblems = field === 'problems' && tag.module === 'loop'
    // Each problem with all problems in it is no notice, and soon more than any machine holds.
    if (isProblems && isInProblem) throw new NoticeTemplateError('problems-nested', file)
    hasProblems ||= isProblems
    for (const inner of tag.subparsed ?? []) check(inner, isInProblem || isProblems)
  }
  for (const tag of tags) check(tag, false)
  if (!hasProblems) throw new NoticeTemplateError('problems-missing', file)
}

/** A placeholder in the braces of a Chinese keyboard, which would be left in the letter as it is. */
const WIDE = /｛[#/]?([^｛｝]{1,20})｝/g

function refuseWideBraces(parts: Parts, file: string): void {
  for (const [name, bytes] of parts) {
    if (!name.startsWith('word/') || !name.endsWith('.xml')) continue
    for (const [, placeholder] of wordsOf(bytes).matchAll(WIDE))
      if (fieldOf(placeholder!) !== undefined) throw new NoticeTemplateError('placeholder-wide', file, { placeholder })
  }
}

/** The text of a part; a word may be cut into several pieces. */
function wordsOf(bytes: Uint8Array): string {
  let [from, joined] = [0, '']
  forEachTag(bytes, ['t'], (tag) => {
    if (tag.isClosing) joined += textBetween(bytes, from, tag.start)
    else from = tag.end
  })
  return joined
}

const NAMES = [...Object.entries(NOTICE_NAMES), ...Object.entries(PROBLEM_NAMES)]
const ALL_NAMES = { zh: NAMES.map(([zh]) => zh).join('、'), en: NAMES.map(([, en]) => en).join(', ') }

/** What the library finds wrong with the placeholders, by the first of them. */
function brokenPlaceholder(error: unknown, file: string): NoticeTemplateError {
  const { properties = {} } = error as { properties?: Fault }
  const [first = properties] = (properties.errors ?? []).map((one) => one.properties ?? {})
  const placeholder = first.xtag ?? first.closingtag ?? first.openingtag
  if (placeholder === undefined) return new NoticeTemplateError('not-a-word-file', file, {}, error)
  return new NoticeTemplateError(
    'placeholder-broken',
    file,
    { placeholder: placeholder.replaceAll(/[{}]/g, '') },
    error,
  )
}

interface Fault {
  readonly xtag?: string
  readonly openingtag?: string
  readonly closingtag?: string
  readonly errors?: readonly { readonly properties?: Fault }[]
}
