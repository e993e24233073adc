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
    zh: `没有任何规则引用文件“${id}”的条款，它也没有改变其他文件。请为它编写要求，或写明 changes。暂停执行等不能写成 changes 的，请在所涉要求的 unless 中加一个引用其条款的例外，结论为 review；与本规则包无关的，移走这个文件。`,
    en: `Nothing cites the document "${id}", and it changes no other. Write requirements on it, or say what it changes. For what changes cannot say, such as a suspension, give the requirements concerned an exception in unless with status review that cites its clause. If it is about nothing in the pack, remove it.`,
  }
}
