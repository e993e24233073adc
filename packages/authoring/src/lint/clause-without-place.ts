import { lint } from '../lint.ts'

/** Clauses that do not say where they are in their document, though others of the pack do. */
export const clauseWithoutPlace = lint({ 'clause-without-place': 'warning' }, function* ({ plan, places }) {
  const own = [...plan.clauses.values()].filter(({ document }) => document.pack === plan.pack.id)
  if (own.every(({ place }) => place === undefined)) return
  for (const { reference: id, place } of own)
    if (place === undefined)
      yield { code: 'clause-without-place', about: id, place: places.named('clause', id), message: message(id) }
})

function message(id: string) {
  return {
    zh: `条款“${id}”没有写明在文件中的位置，其他条款则已写明。请补上 place，如“三、（五）”。`,
    en: `The clause "${id}" does not say where it is in the document, as other clauses do. Add its place, such as "part 3, item (5)".`,
  }
}
