import { attributeOf, forEachTag, type Tag } from '../xml/for-each-tag.ts'

/** The numbers of the styles of cells that say more than how the cells look. */
export interface CellStyles {
  /** Those that centre a text over the empty cells after it (ECMA-376, 18.18.40: centerContinuous). */
  readonly centred: ReadonlySet<string>
  /** Those that strike the text through. */
  readonly struck: ReadonlySet<string>
}

export const NO_STYLES: CellStyles = { centred: new Set(), struck: new Set() }

/** Reads the part `xl/styles.xml`. */
export function cellStyles(styles: Uint8Array): CellStyles {
  const [centred, struck, struckFonts] = [new Set<string>(), new Set<string>(), new Set<string>()]
  let [isOfCells, isOfFonts, number, font] = [false, false, -1, -1]
  forEachTag(styles, ['fonts', 'font', 'strike', 'cellXfs', 'xf', 'alignment'], (tag) => {
    if (tag.name === 'cellXfs') isOfCells = !tag.isClosing
    else if (tag.name === 'fonts') isOfFonts = !tag.isClosing
    else if (tag.isClosing) return
    else if (isOfFonts && tag.name === 'font') font += 1
    else if (isOfFonts && tag.name === 'strike') {
      if (isStruck(styles, tag)) struckFonts.add(String(font))
    } else if (isOfCells && tag.name === 'xf') {
      number += 1
      if (struckFonts.has(attributeOf(styles, tag, 'fontId') ?? '0')) struck.add(String(number))
    } else if (isOfCells && attributeOf(styles, tag, 'horizontal') === 'centerContinuous') centred.add(String(number))
  })
  return { centred, struck }
}

/** Whether a tag `strike` says so: it may say that there is no line. */
export function isStruck(part: Uint8Array, tag: Tag): boolean {
  const value = attributeOf(part, tag, 'val')
  return !tag.isClosing && value !== '0' && value !== 'false'
}
