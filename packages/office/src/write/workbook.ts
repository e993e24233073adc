import { addressOf, columnLetters } from '../cells/address.ts'
import { LOOK, lookOf, stylesXml } from './cell-looks.ts'
import { fitting, pageSetup, printTitles, type PageTable } from './page-setup.ts'
import type { Properties } from './properties.ts'
import { officeFile, relations, type Part } from './relations.ts'
import { headHeight, heightOf, LINE, linesIn } from './row-heights.ts'
import { cell, SharedTexts } from './sheet-cells.ts'
import { MAIN } from './spreadsheet-names.ts'
import type { Column, TableSheet } from './table-sheet.ts'
import { inXml } from './xml.ts'
import { zipped } from './zipped.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
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
