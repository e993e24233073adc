import { addressOf, columnLetters } from '../cells/address.ts'
import { FONTS, isChineseText, LATIN_FONT } from './font-names.ts'
import { NumberFormats, type FormattedNumber } from './number-formats.ts'
import { fitting, pageSetup, printTitles, type PageTable } from './page-setup.ts'
import type { Properties } from './properties.ts'
import { officeFile, relations, type Part } from './relations.ts'
import { inXml } from './xml.ts'
import { zipped } from './zipped.ts'

/** A column of a table. */
export interface Column {
  readonly heading: string
  /** In characters of a Latin digit; a Chinese one takes two. */
  readonly width: number
  readonly centered?: boolean
  /** Not shown: for programs that read the table again. */
  readonly hidden?: boolean
  /** What programs call the column, in a hidden row above the headings. */
  readonly key?: string
  /** What is typed here stays a text, so that 2014-09 does not become a day. */
  readonly keepsText?: boolean
  /** The cells with what can be chosen from a list, such as `Lists!$A$3:$A$9`; other values may be typed as well. */
  readonly choices?: string
  /** Shown beside a cell while it is chosen. */
  readonly hint?: string
}

export type CellValue = string | number | FormattedNumber | undefined

/** A sheet with one table: a title and lines about it, a row of headings, rows, and lines below. */
export interface TableSheet {
  readonly name: string
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Whether a blank cell, by its row and column from 0, is coloured to be filled in. */
  readonly isAsked?: (row: number, column: number) => boolean
  readonly foot?: readonly string[]
  readonly hidden?: boolean
  /** Rows below the last, to be filled in. */
  readonly blankRows?: number
  /** Columns on the left that stay in view. */
  readonly frozenColumns?: number
  /** How wide title and lines are at most, of a table that is wider than a screen. In digits, as widths of columns. */
  readonly headWidth?: number
  /** Whether rows can be chosen by what stands in a column. */
  readonly canFilter?: boolean
}

/** Places of the looks of cells in `cellXfs`, see `LOOKS`. */
const LOOK = {
  title: 1,
  line: 2,
  heading: 3,
  text: 4,
  centered: 5,
  literal: 6,
  centeredLiteral: 7,
  kept: 8,
  keptBelow: 9,
  asked: 10,
  keptAsked: 11,
}
/** Behind these, a look for each format of numbers. */
const FIRST_FORMATTED = 12
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Excel holds no longer text in a cell. */
const CELL_LIMIT = 32_767
/** Excel shows no longer hint. */
const HINT_LIMIT = 255
/** Validation reaches so many rows below the headings, for rows that are added. */
const VALIDATED_ROWS = 5000

/** A workbook as an .xlsx file, ready to print. Texts are texts, whatever sign they begin with, and numbers are numbers. */
export function writeWorkbook(sheets: readonly TableSheet[], properties?: Properties): Uint8Array<ArrayBuffer> {
  const texts = new SharedTexts()
  const pages = sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, xml: sheetXml(sheet, texts, i) }))
  const parts: Part[] = [
    { name: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main', xml: workbookXml(sheets) },
    ...pages.map(({ name, xml }) => ({ name, type: 'spreadsheetml.worksheet', xml })),
    { name: 'xl/styles.xml', type: 'spreadsheetml.styles', xml: stylesXml(texts.isChinese(), texts.formats) },
    { name: 'xl/sharedStrings.xml', type: 'spreadsheetml.sharedStrings', xml: texts.xml() },
  ]
  return zipped({
    ...officeFile(parts, 'xl/workbook.xml', properties),
    'xl/_rels/workbook.xml.rels': relations([
      ...pages.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      [`rId${pages.length + 1}`, 'styles', 'styles.xml'],
      [`rId${pages.length + 2}`, 'sharedStrings', 'sharedStrings.xml'],
    ]),
  })
}

/** Sheets may not have the same name, a long one, or one with signs of formulas. */
export function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}

/** Texts of cells, and formats of their numbers, each written once. */
class SharedTexts {
  readonly formats = new NumberFormats()
  readonly #places = new Map<string, number>()

  placeOf(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size
    this.#places.set(text, place)
    return place
  }

  isChinese(): boolean {
    return [...this.#places.keys()].some(isChineseText)
  }

  xml(): string {
    const items = [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${inXml(text)}</t></si>`)
    return `<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}

function workbookXml(sheets: readonly TableSheet[]): string {
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${inXml(sheetName(name))}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const heads = sheets.map((sheet, i) => printTitles(pageTableOf(sheet), i))
  const filters = sheets.flatMap((sheet, i) => {
    const range = filterRange(sheet)?.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
    if (range === undefined) return []
    const place = `'${inXml(sheetName(sheet.name))}'!${range}`
    return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${place}</definedName>`]
  })
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets><definedNames>${[...filters, ...heads].join('')}</definedNames></workbook>`
}

/** From the headings to the last row, where rows can be chosen by what stands in them. */
function filterRange(sheet: TableSheet): string | undefined {
  const { columns, rows, canFilter } = sheet
  if (!canFilter || rows.length === 0) return undefined
  const head = headRow(sheet)
  return `A${head}:${columnLetters(columns.length)}${head + rows.length}`
}

function pageTableOf(sheet: TableSheet): PageTable {
  const { name, columns, frozenColumns = 0, headWidth = Infinity } = sheet
  const isWide = columnsAcross(columns, headWidth).length < columns.length
  return { name: sheetName(name), width: widthAcross(columns), head: headRow(sheet), frozenColumns, isWide }
}

function widthAcross(columns: readonly Column[]): number {
  return columns.reduce((sum, { hidden, width }) => sum + (hidden ? 0 : width), 0)
}

/** The row of the headings, from 1. */
function headRow({ lines, columns }: TableSheet): number {
  return lines.length + 2 + (hasKeys(columns) ? 1 : 0)
}

function hasKeys(columns: readonly Column[]): boolean {
  return columns.some(({ key }) => key !== undefined)
}

function sheetXml(sheet: TableSheet, texts: SharedTexts, index: number): string {
  const {
    title,
    lines,
    columns,
    rows: filled,
    foot = [],
    blankRows = 0,
    frozenColumns = 0,
    headWidth = Infinity,
    isAsked = () => false,
  } = sheet
  const rows = [...filled, ...Array.from({ length: blankRows }, () => [])]
  const head = headRow(sheet)
  const across = columnsAcross(columns, headWidth)
  const width = widthAcross(across)
  const last = columnLetters(across.length)
  const above = [title, ...lines]
  const below = head + rows.length
  const wide = [...above.map((_, i) => i + 1), ...foot.map((_, i) => below + i + 1)]
  const written = [
    ...above.map((text, i) => wideRow(i + 1, text, i === 0 ? LOOK.title : LOOK.line, width, texts)),
    ...(hasKeys(columns) ? [keyRow(head - 1, columns, texts)] : []),
    row(
      head,
      columns.map(({ heading }, i) => cell(i, head, heading, LOOK.heading, texts)),
      headHeight(columns),
    ),
    ...rows.map((values, r) => {
      const at = head + r + 1
      const cells = columns.map((column, i) =>
        cell(i, at, values[i], lookOf(values[i], column, isAsked(r, i), texts.formats), texts),
      )
      return row(at, cells, heightOf(values, columns))
    }),
    ...foot.map((text, i) => wideRow(below + i + 1, text, LOOK.line, width, texts)),
  ]
  const cols = columns.map(
    (column, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${column.width}" customWidth="1"${column.hidden ? ' hidden="1"' : ''}${column.keepsText ? ` style="${LOOK.keptBelow}"` : ''}/>`,
  )
  const merged = wide.map((at) => `<mergeCell ref="A${at}:${last}${at}"/>`)
  const pane = paneXml(head, frozenColumns)
  const page = pageTableOf(sheet)
  const filter = filterRange(sheet)
  return [
    `<worksheet xmlns="${MAIN}">${fitting(page)}`,
    `<sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="16"/>',
    `<cols>${cols.join('')}</cols><sheetData>${written.join('')}</sheetData>`,
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    validations(columns, head),
    pageSetup(page),
    '</worksheet>',
  ].join('')
}

/** As many columns from the left as are so wide together, all of them at most. */
function columnsAcross(columns: readonly Column[], width: number): readonly Column[] {
  let sum = 0
  const end = columns.findIndex((column) => {
    sum += column.hidden ? 0 : column.width
    return sum >= width
  })
  return end < 0 ? columns : columns.slice(0, end + 1)
}

function paneXml(rows: number, columns: number): string {
  const topLeft = addressOf({ row: rows + 1, column: columns + 1 })
  if (columns === 0) return `<pane ySplit="${rows}" topLeftCell="${topLeft}" activePane="bottomLeft" state="frozen"/>`
  return `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${topLeft}" activePane="bottomRight" state="frozen"/>`
}

function keyRow(at: number, columns: readonly Column[], texts: SharedTexts): string {
  const cells = columns.map(({ key }, i) => cell(i, at, key, LOOK.line, texts))
  return `<row r="${at}" hidden="1">${cells.join('')}</row>`
}

/** Lists to choose from, and hints, in the cells below the headings. */
function validations(columns: readonly Column[], head: number): string {
  const rules = columns.flatMap(({ choices, hint }, i) => {
    if (choices === undefined && hint === undefined) return []
    const letters = columnLetters(i + 1)
    const type = choices === undefined ? '' : ' type="list"'
    const prompt = hint === undefined ? '' : ` showInputMessage="1" prompt="${inXml(hint.slice(0, HINT_LIMIT))}"`
    const formula = choices === undefined ? '' : `<formula1>${choices}</formula1>`
    const range = `${letters}${head + 1}:${letters}${head + VALIDATED_ROWS}`
    return [`<dataValidation${type} allowBlank="1"${prompt} sqref="${range}">${formula}</dataValidation>`]
  })
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

function row(at: number, cells: readonly string[], height?: number): string {
  const fixed = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  return `<row r="${at}"${fixed}>${cells.join('')}</row>`
}

/** A line across the table. */
function wideRow(at: number, text: string, look: number, width: number, texts: SharedTexts): string {
  const isTitle = look === LOOK.title
  const lines = linesIn(text, isTitle ? width / 2 : width)
  return row(at, [cell(0, at, text, look, texts)], (isTitle ? 2 : 1) * lines * LINE)
}

/** Of a line in a cell, in points. */
const LINE = 15
/** Excel makes no row higher. */
const HEIGHT_LIMIT = 409

/** Of headings in more than one line. */
function headHeight(columns: readonly Column[]): number | undefined {
  const height = heightOf(
    columns.map(({ heading }) => heading),
    columns,
  )
  return height > LINE + 4 ? height : undefined
}

/** Not all programs find the height of a row by themselves. */
function heightOf(values: readonly CellValue[], columns: readonly Column[]): number {
  const lines = columns.map(({ width, hidden }, i) => (hidden ? 1 : linesIn(shownIn(values[i]), width - 1)))
  return Math.min(HEIGHT_LIMIT, Math.max(...lines) * LINE + 4)
}

/** What a reader sees in a cell. */
function shownIn(value: CellValue): string {
  return typeof value === 'object' ? value.shown : String(value ?? '')
}

/** How many lines a text takes in so many digits. */
function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0)
}

/** Of a text in digits: what is not ASCII takes two. */
function widthOf(text: string): number {
  return text.replaceAll(/[^ -~]/gu, '00').length
}

function lookOf(value: CellValue, { centered, keepsText }: Column, isAsked: boolean, formats: NumberFormats): number {
  if (typeof value === 'object') return FIRST_FORMATTED + formats.placeOf(value.format)
  if (isAsked && value === undefined) return keepsText ? LOOK.keptAsked : LOOK.asked
  if (typeof value === 'string' && isLikeFormula(value)) return centered ? LOOK.centeredLiteral : LOOK.literal
  if (keepsText) return LOOK.kept
  return centered || typeof value === 'number' ? LOOK.centered : LOOK.text
}

/** What a program could take for a formula once somebody edits the cell or saves the table as text. */
function isLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}

function cell(column: number, at: number, value: CellValue, look: number, texts: SharedTexts): string {
  const place = addressOf({ row: at, column: column + 1 })
  if (value === undefined || value === '') return `<c r="${place}" s="${look}"/>`
  if (typeof value === 'number') return `<c r="${place}" s="${look}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${place}" s="${look}"><v>${value.value}</v></c>`
  const text = value.length > CELL_LIMIT ? `${value.slice(0, CELL_LIMIT - 1)}…` : value
  // Excel reads _x0041_ as a sign by its number.
  return `<c r="${place}" s="${look}" t="s"><v>${texts.placeOf(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</v></c>`
}

const font = (name: string, size: number) => `<font><sz val="${size}"/><name val="${name}"/></font>`
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const format = (fontId: number, borderId: number, horizontal: string, more?: string, fillId = 0) =>
  `<xf numFmtId="${more === undefined ? 0 : 49}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"${more ?? ''}><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`
/** Says that a cell was typed as a text, so that editing it does not make a formula of it. */
const TYPED_AS_TEXT = ' quotePrefix="1"'

/** A table without Chinese has the font of Latin letters throughout. */
function stylesXml(isChinese: boolean, formats: NumberFormats): string {
  const nameOf = (key: keyof typeof FONTS) => (isChinese ? FONTS[key].name : LATIN_FONT)
  const fonts = font(nameOf('table'), 11) + font(nameOf('title'), 20) + font(nameOf('heading'), 11)
  const formatted = formats.ids.map((id) => numberLook(id))
  const count = FIRST_FORMATTED + formatted.length
  return `<styleSheet xmlns="${MAIN}">${formats.xml()}<fonts count="3">${fonts}${BORDERS}<cellXfs count="${count}">${LOOKS}${formatted.join('')}${END}`
}

/** Numbers stand in the middle of their cells; they cannot go on in a second line. */
function numberLook(id: number): string {
  return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>`
}

const BORDERS = [
  '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
].join('')

const LOOKS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(1, 0, 'center') +
    format(0, 0, 'left') +
    format(2, 1, 'center') +
    format(0, 1, 'left') +
    format(0, 1, 'center'),
  format(0, 1, 'left', TYPED_AS_TEXT) +
    format(0, 1, 'center', TYPED_AS_TEXT) +
    format(0, 1, 'left', '') +
    format(0, 0, 'left', '') +
    format(0, 1, 'left', undefined, 2) +
    format(0, 1, 'left', '', 2),
].join('')

const END =
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
