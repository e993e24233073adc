import type { Text } from '@tiaoli/engine'
import { shownDocument, type Plan } from '@tiaoli/engine/plan'

/** The document that a pack is about, with its number. A pack without documents has only a title. */
export function documentName({ pack, document }: Plan): Text {
  return document ? shownDocument(document) : pack.title
}
