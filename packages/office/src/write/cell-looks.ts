import { FONTS, LATIN_FONT } from './font-names.ts'
import type { NumberFormats } from './number-formats.ts'
import { MAIN } from './spreadsheet-names.ts'
import type { CellValue, Column } from './table-sheet.ts'

/** Places of the looks of cells in `cellXfs`, see `LOOKS`. */
export const LOOK = {
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

export function lookOf(
  value: CellValue,
  { centered, keepsText }: Column,
  isAsked: boolean,
  formats: NumberFormats,
): number {
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

const font = (name: string, size: number) => `<font><sz val="${size}"/><name val="${name}"/></font>`
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
const format = (fontId: number, borderId: number, horizontal: string, more?: string, fillId = 0) =>
  `<xf numFmtId="${more === undefined ? 0 : 49}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1"${more ?? ''}><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`
/** Says that a cell was typed as a text, so that editing it does not make a formula of it. */
const TYPED_AS_TEXT = ' quotePrefix="1"'

/** A table without Chinese has the font of Latin letters throughout. */
export function stylesXml(isChinese: boolean, formats: NumberFormats): string {
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
