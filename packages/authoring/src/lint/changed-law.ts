import type { Text } from '@tiaoli/engine'
import { formatDay, shownDocument, type Ending, type PlannedRequirement } from '@tiaoli/engine/plan'
import { isCited } from '../encoding/is-cited.ts'
import { lint } from '../lint.ts'

/**
 * What later documents leave open: a requirement of which part of the ground has ended, one whose clause was replaced
 * though nothing rests on what replaced it, and a plan that is over while later documents say nothing of it.
 */
export const changedLaw = lint(
  { 'partly-ended': 'warning', 'no-successor': 'warning', 'plan-over': 'hint' },
  function* ({ plan, places, encoding }) {
    for (const requirement of plan.requirements) {
      const { id, pack, partlyEnded, endings } = requirement
      if (pack !== plan.pack.id) continue
      const place = places.named('requirement', id)
      if (partlyEnded) yield { code: 'partly-ended', about: id, place, message: partlyEndedMessage(id, partlyEnded) }
      const orphaned = endings.filter(({ how, by }) => how === 'replaces' && !isCited(encoding, by))
      if (orphaned.length > 0)
        yield { code: 'no-successor', about: id, place, message: noSuccessorMessage(id, orphaned) }
    }
    for (const document of plan.documents.values()) {
      const { id, pack, horizon } = document
      if (pack !== plan.pack.id) continue
      const place = places.named('document', id)
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

function planOverMessage(name: Text, last: string): Text {
  return {
    zh: `${name.zh}的规划期已于 ${last} 届满，以后的文件没有延长、废止它。请核对；已延长的，在相应条款的 changes 中写 prolongs。`,
    en: `The plan of ${name.en} ended on ${last}, and no later document prolongs or ends it. Check this; if one does, write prolongs in the changes of its clause.`,
  }
}
