import type { Text } from '@tiaoli/engine'
import { ENDINGS_IN_WORDS } from './endings.ts'
import type { OfficeLimits } from './limits.ts'
import { noWordFile } from './word-file-words.ts'

const SAVE_AS = {
  zh: '请用 Excel 或 WPS 表格打开，另存为 .xlsx 后再读取。',
  en: 'Open it in Excel or WPS and save it as .xlsx.',
}

const FILE_SENTENCES = {
  empty: { zh: '文件是空的。请重新导出或重新发送。', en: 'The file is empty. Export or send it again.' },
  encrypted: {
    zh: '文件设有打开密码，无法读取。请用 Excel 或 WPS 表格打开，取消密码后另存。',
    en: 'The file is protected by a password. Open it in Excel or WPS, remove the password and save it.',
  },
  pdf: {
    zh: '这是 PDF 文件，不是表格。请提供原来的表格文件。',
    en: 'This is a PDF file, not a workbook. Ask for the workbook from which it was made.',
  },
  picture: {
    zh: '这是图片，不是表格。请提供原来的表格文件。',
    en: 'This is a picture, not a workbook. Ask for the workbook from which it was made.',
  },
  'word-document': {
    zh: '这是 Word 文档，不是表格。请把其中的表格复制到工作簿中，存为 .xlsx。',
    en: 'This is a Word document. Copy its table into a workbook and save that as .xlsx.',
  },
  'not-a-word-file': noWordFile(
    { zh: '可以读取的 Word 文件（.docx）', en: 'a Word file (.docx) that can be read' },
    { zh: '，或存为文本文件', en: ', or as a text file' },
  ),
  presentation: {
    zh: '这是演示文稿，不是表格。请提供表格文件。',
    en: 'This is a presentation, not a workbook. Provide a workbook.',
  },
  'web-page': {
    zh: `这是网页或 XML 文件，虽然也能用 Excel 打开。${SAVE_AS.zh}`,
    en: `This is a web page or XML, although Excel opens it. ${SAVE_AS.en}`,
  },
  archive: {
    zh: '这是压缩包。请先解压，再逐个读取其中的表格。',
    en: 'This is an archive. Unpack it, and read the workbooks in it one by one.',
  },
  'binary-workbook': {
    zh: `这种工作簿格式（.xlsb）不能读取。${SAVE_AS.zh}`,
    en: `Workbooks in this format (.xlsb) are not read. ${SAVE_AS.en}`,
  },
  'not-a-workbook': {
    zh: `这不是工作簿，也不是文本表格。请提供 ${ENDINGS_IN_WORDS.zh} 文件。`,
    en: `This is neither a workbook nor a table in text. Provide a file in ${ENDINGS_IN_WORDS.en}.`,
  },
  broken: {
    zh: '文件不完整或已损坏，无法读取。请重新发送，或用 Excel、WPS 表格打开后另存为 .xlsx。',
    en: 'The file is incomplete or damaged. Send it again, or open it in Excel or WPS and save it as .xlsx.',
  },
  'sheet-broken': {
    zh: '此工作表已损坏，无法读取。请用 Excel 或 WPS 表格打开，把内容复制到新的工作表后另存。',
    en: 'This sheet is damaged. Open the file in Excel or WPS, copy what the sheet holds to a new one and save it.',
  },
  'sheet-name': {
    zh: '工作表没有名称、名称重复，或名称是程序保留的词。请给工作表改名后另存。',
    en: 'A sheet has no name, the name of another one, or a name that programs reserve. Rename it and save the file.',
  },
  'unknown-encoding': {
    zh: '文本的编码不是 UTF-8、UTF-16 或 GB 18030（GBK）。请另存为 UTF-8。',
    en: 'The text is not in UTF-8, UTF-16 or GB 18030 (GBK). Save it as UTF-8.',
  },
  'open-quote': {
    zh: '从这一行起，英文双引号（"）不成对，无法分清各列。请改为中文引号，或补齐引号。',
    en: 'From this row on, a straight double quote (") is not closed, and columns cannot be told apart. Close it, or use curly quotes.',
  },
} as const satisfies Record<string, Text>

const mebi = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`
const count = (limit: number) => limit.toLocaleString('en-US')

/** What is said where a limit is passed. */
const LIMIT_SENTENCES = {
  bytes: (limit) => ({
    zh: `文件超过 ${mebi(limit)}。请删去图片和不用的工作表，或分成几个文件。`,
    en: `The file is larger than ${mebi(limit)}. Remove pictures and unused sheets, or split it.`,
  }),
  parts: (limit) => ({
    zh: `工作簿内部的文件超过 ${count(limit)} 个。请把要用的工作表复制到新的工作簿。`,
    en: `The workbook has more than ${count(limit)} files inside. Copy the sheets that are needed to a new one.`,
  }),
  unpackedBytes: (limit) => ({
    zh: `文件解压后超过 ${mebi(limit)}，多半是表格下方有大量带格式的空行。请删除空行，或把要用的内容复制到新的工作簿。`,
    en: `Unpacked, the file is larger than ${mebi(limit)}, often because of rows that are empty but formatted. Delete these, or copy what is needed to a new workbook.`,
  }),
  sheets: (limit) => ({
    zh: `工作表超过 ${count(limit)} 张。请分成几个文件。`,
    en: `There are more than ${count(limit)} sheets. Split the file.`,
  }),
  rows: (limit) => ({
    zh: `第 ${count(limit)} 行以下还有内容。请分成几个文件，或删去多余的内容。`,
    en: `There is something below row ${count(limit)}. Split the file, or delete what is not needed.`,
  }),
  columns: (limit) => ({
    zh: `第 ${count(limit)} 列以右还有内容。请删去多余的内容。`,
    en: `There is something to the right of column ${count(limit)}. Delete what is not needed.`,
  }),
  cells: (limit) => ({
    zh: `有内容的单元格超过 ${count(limit)} 个。请分成几个文件。`,
    en: `More than ${count(limit)} cells hold something. Split the file.`,
  }),
  arrayFormulas: (limit) => ({
    zh: `数组公式超过 ${count(limit)} 个。请复制后选择性粘贴为数值。`,
    en: `There are more than ${count(limit)} array formulas. Copy them and paste their values.`,
  }),
} as const satisfies Record<keyof OfficeLimits, (limit: number) => Text>

type FileCode = keyof typeof FILE_SENTENCES
export type OfficeErrorCode = FileCode | 'too-large'

/** Where in a file something is wrong: in all of it, on a sheet or in a cell. */
export interface FilePlace {
  readonly file: string
  readonly sheet?: string
  /** Such as `A7`. */
  readonly cell?: string
}

/** A file that cannot be read. It says what to do, and repeats nothing that a cell holds. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError'
  readonly code: OfficeErrorCode
  readonly file: string
  readonly sheet: string | undefined
  readonly cell: string | undefined
  /** Which limit is passed; only with the code `too-large`. */
  readonly limit: keyof OfficeLimits | undefined
  readonly text: Text

  private constructor(
    code: OfficeErrorCode,
    limit: keyof OfficeLimits | undefined,
    text: Text,
    { file, sheet, cell }: FilePlace,
    cause?: unknown,
  ) {
    super([file, sheet, cell].filter((part) => part !== undefined).join(' ') + `: ${text.en}`, { cause })
    this.code = code
    this.limit = limit
    this.file = file
    this.sheet = sheet
    this.cell = cell
    this.text = text
  }

  static of(code: FileCode, place: FilePlace, cause?: unknown): OfficeError {
    return new OfficeError(code, undefined, FILE_SENTENCES[code], place, cause)
  }

  static tooLarge(limit: keyof OfficeLimits, limits: OfficeLimits, place: FilePlace): OfficeError {
    return new OfficeError('too-large', limit, LIMIT_SENTENCES[limit](limits[limit]), place)
  }
}
