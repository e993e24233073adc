import { attributeOf, forEachTag } from '../xml/for-each-tag.ts'

/** The numbers of the styles that centre a text over the empty cells after it (ECMA-376, 18.18.40: centerContinuous). */
export function centredStyles(styles: Uint8Array): ReadonlySet<string> {
  const centred = new Set<string>()
  let [isOfCells, number] = [false, -1]
  forEachTag(styles, ['cellXfs', 'xf', 'alignment'], (tag) => {
    if (tag.name === 'cellXfs') isOfCells = !tag.isClosing
    else if (!isOfCells || tag.isClosing) return
    else if (tag.name === 'xf') number += 1
    else if (attributeOf(styles, tag, 'horizontal') === 'centerContinuous') centred.add(String(number))
  })
  return centred
}
