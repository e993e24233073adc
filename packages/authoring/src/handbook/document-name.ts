import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

/** The document of a pack with its number. A pack without clauses has no document, only a title. */
export function documentName({ pack, clauses }: Plan): Text {
  const { title, documentNumber: number, id } = pack
  const isDocument = [...clauses.values()].some((clause) => clause.pack === id)
  const { zh, en } = isDocument ? { zh: `《${title.zh}》`, en: title.en } : title
  return number === undefined ? { zh, en } : { zh: `${zh}（${number}）`, en: `${en} (${number})` }
}
