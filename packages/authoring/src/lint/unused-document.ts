import type { Text } from '@tiaoli/engine'
import { isCited } from '../encoding/is-cited.ts'
import { lint } from '../lint.ts'

/** A document of the pack that nothing refers to, and that changes no other. */
export const unusedDocument = lint({ 'unused-document': 'warning' }, function* ({ plan, places, encoding }) {
  for (const document of plan.documents.values()) {
    const { id, pack } = document
    if (pack !== plan.pack.id) continue
    const own = [...plan.clauses.values()].filter((clause) => clause.document === document)
    if (own.every((clause) => !clause.changes && !isCited(encoding, clause)))
      yield { code: 'unused-document', about: id, place: places.named('document', id), message: unusedMessage(id) }
  }
})

function unusedMessage(id: string): Text {
  return {
    zh: `没有任何规则引用文件“${id}”的条款，它也没有改变其他文件。请为它编写要求，写明 changes，或移走这个文件。`,
    en: `Nothing cites the document "${id}", and it changes no other. Write requirements on it, say what it changes, or remove it.`,
  }
}
