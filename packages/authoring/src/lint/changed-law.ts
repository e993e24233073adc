import type { Text } from '@tiaoli/engine'
import { formatDay, shownDocument, type Ending, type PlannedClause, type PlannedRequirement } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'

/**
 * What later documents leave open: a requirement of which part of the ground has ended, one whose clause was replaced
 * though nothing rests on what replaced it, a document that nothing refers to, and a plan that is over while later
 * documents say nothing of it.
 */
export const changedLaw = lint(
  { 'partly-ended': 'warning', 'no-successor': 'warning', 'unused-document': 'warning', 'plan-over': 'hint' },
  function* ({ plan, places, encoding }) {
    for (const requirement of plan.requirements) {
      const { id, pack, partlyEnded, endings } = requirement
      if (pack !== plan.pack.id) continue
      const place = places.named('requirement', id)
      if (partlyEnded) yield { code: 'partly-ended', about: id, place, message: partlyEndedMessage(id, partlyEnded) }
      const orphaned = endings.filter(({ how, by }) => how === 'replaces' && !isEncoded(encoding, by))
      if (orphaned.length > 0)
        yield { code: 'no-successor', about: id, place, message: noSuccessorMessage(id, orphaned) }
    }
    for (const document of plan.documents.values()) {
      const { id, pack, horizon } = document
      if (pack !== plan.pack.id) continue
      const place = places.named('document', id)
      const own = [...plan.clauses.values()].filter((clause) => clause.document === document)
      if (own.every((clause) => !clause.changes && !isEncoded(encoding, clause)))
        yield { code: 'unused-document', about: id, place, message: unusedMessage(id) }
      const later = [...plan.documents.values()].find(
        (other) => horizon && other.from > horizon.day && other.pack === pack,
      )
      if (horizon && later && horizon.prolonged.length === 0 && document.to > later.from)
        yield {
          code: 'plan-over',
          about: id,
          place,
          message: planOverMessage(shownDocument(document), formatDay(horizon.day)),
        }
    }
  },
)

/** Whether a requirement of the pack, or of one that it uses, rests on a clause. */
function isEncoded(
  encoding: ReadonlyMap<string, { readonly citers: readonly unknown[] }>,
  { reference }: PlannedClause,
): boolean {
  return (encoding.get(reference)?.citers ?? []).length > 0
}

function namesOf(endings: readonly Ending[]): string {
  return endings.map(({ by }) => by.reference).join(', ')
}

function partlyEndedMessage(id: string, { day, endings }: NonNullable<PlannedRequirement['partlyEnded']>): Text {
  const [from, by] = [formatDay(day), namesOf(endings)]
  return {
    zh: `要求“${id}”所依据的条款有一部分自 ${from} 起失效${by && `（${by}）`}，其余仍然有效，自该日起没有做到的只能由人工研判。请写 effective.to，或只引用仍然有效的条款。`,
    en: `Part of the clauses of requirement "${id}" end on ${from}${by && ` (${by})`}, and others do not: from then on, what is not met is for a person to judge. Add effective.to, or cite only the clauses that still hold.`,
  }
}

function noSuccessorMessage(id: string, endings: readonly Ending[]): Text {
  const [from, by] = [formatDay(endings[0]!.day), namesOf(endings)]
  return {
    zh: `要求“${id}”自 ${from} 起由条款 ${by} 代替，但没有要求以该条款为依据。请编写新的要求；规定未变的，把 replaces 改为 continues。`,
    en: `From ${from} on, clause ${by} replaces what requirement "${id}" rests on, and no requirement rests on that clause. Write one, or change replaces to continues where it asks the same.`,
  }
}

function unusedMessage(id: string): Text {
  return {
    zh: `没有任何规则引用文件“${id}”的条款，它也没有改变其他文件。请为它编写要求，写明 changes，或移走这个文件。`,
    en: `Nothing cites the document "${id}", and it changes no other. Write requirements on it, say what it changes, or remove it.`,
  }
}

function planOverMessage(name: Text, last: string): Text {
  return {
    zh: `${name.zh}的规划期已于 ${last} 届满，以后的文件没有延长、废止它。请核对；已延长的，在相应条款的 changes 中写 prolongs。`,
    en: `The plan of ${name.en} ended on ${last}, and no later document prolongs or ends it. Check this; if one does, write prolongs in the changes of its clause.`,
  }
}
