import { columnLetters } from '../cells/address.ts'
import { inXml } from './xml.ts'

/** How a table lies on paper. */
export interface PageTable {
  /** As the sheet is called. */
  readonly name: string
  /** In digits, as widths of columns. */
  readonly width: number
  /** The row of the headings, from 1. */
  readonly head: number
  /** Columns on the left that say what a row is about. */
  readonly frozenColumns: number
  /** Too wide for one page: nobody could read it. */
  readonly isWide: boolean
}

/** As many digits as go across A4 in their own size; where a table is wider by more than a quarter, it goes on A3. */
const A4_DIGITS = 130
const A4 = 9
const A3 = 8

/** What of a table stands on every page. */
export function printTitles({ name, head, frozenColumns, isWide }: PageTable, index: number): string {
  const sheet = `'${inXml(name)}'!`
  const columns = isWide && frozenColumns > 0 ? `${sheet}$A:$${columnLetters(frozenColumns)},` : ''
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${sheet}$${head}:$${head}</definedName>`
}

/** At the beginning of a sheet: whether its width is made to fit the page. */
export function fitting({ isWide }: PageTable): string {
  return isWide ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
}

/** Landscape, with page numbers: a table to hand over in the width of a page, a very wide one page beside page. */
export function pageSetup({ width, isWide }: PageTable): string {
  const paper = isWide || width > A4_DIGITS * 1.25 ? A3 : A4
  const size = isWide ? 'scale="75" pageOrder="overThenDown"' : 'fitToWidth="1" fitToHeight="0"'
  return [
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paper}" orientation="landscape" ${size}/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
  ].join('')
}
