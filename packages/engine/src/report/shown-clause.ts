import type { Text } from '../text/text.ts'
import type { PlannedClause, PlannedDocument } from '../plan/document.ts'

type NamedDocument = Pick<PlannedDocument['entry'], 'title' | 'number'>

/** A document as one cites it: 《title》（number）. */
export function shownDocument({ entry: { title, number } }: { readonly entry: NamedDocument }): Text {
  return number === undefined
    ? { zh: `《${inTitle(title.zh)}》`, en: title.en }
    : { zh: `《${inTitle(title.zh)}》（${number}）`, en: `${title.en} (${number})` }
}

/** A title within a title has marks of its own. */
function inTitle(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉')
}

/** Where a clause is in its document; its id where that is not said. */
export function shownPlace({ place, id }: PlannedClause): Text {
  return place ?? { zh: id, en: id }
}

/** A clause with its document, as one cites it. */
export function shownClause(clause: PlannedClause): Text {
  const document = shownDocument(clause.document)
  const place = shownPlace(clause)
  return { zh: `${document.zh}${place.zh}`, en: `${document.en}, ${place.en}` }
}

/** A place whose words another has amended: 《…》三、（五）（经《…》第一项修改）. */
export function amendedBy(place: Text, by: Text): Text {
  return { zh: `${place.zh}（经${by.zh}修改）`, en: `${place.en} (as amended by ${by.en})` }
}
