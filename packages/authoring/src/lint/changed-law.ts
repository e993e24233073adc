import type { Text } from '@tiaoli/engine'
import {
  asWritten,
  type Plan,
  formatDay,
  repealedChanges,
  shownDocument,
  standingOf,
  type Ending,
  type PlannedRequirement,
  type RepealedChange,
} from '@tiaoli/engine/plan'
import { restoring } from '../amend/restoring.ts'
import { isCited } from '../encoding/is-cited.ts'
import { lint } from '../lint.ts'

/**
 * What later documents leave open: a requirement of which part of the ground has ended, one whose clause was replaced
 * though nothing rests on what replaced it, a plan that is over while later documents say nothing of it, and what a
 * document had changed that is repealed itself.
 */
export const changedLaw = lint(
  { 'partly-ended': 'warning', 'no-successor': 'warning', 'plan-over': 'hint', 'not-revived': 'warning' },
  function* ({ plan, places, encoding }) {
    for (const requirement of plan.requirements) {
      const { id, pack, partlyEnded, ended } = requirement
      if (pack !== plan.pack.id) continue
      const place = places.named('requirement', id)
      if (partlyEnded) {
        const own = (requirement.entry.clauses ?? []).flatMap((reference) => plan.clauses.get(reference) ?? [])
        const message = standingOf(own).firstEnd === partlyEnded.day ? partlyEndedMessage : besideReplacedMessage
        yield { code: 'partly-ended', about: id, place, message: message(id, partlyEnded) }
      }
      const orphaned = ended.endings.filter(({ how, by }) => how === 'replaces' && !isCited(encoding, by))
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
    for (const repealed of repealedChanges(plan)) {
      const { reference, document } = repealed.change.by
      if (document.pack !== plan.pack.id) continue
      const place = places.named('clause', reference)
      yield { code: 'not-revived', about: reference, place, message: notRevivedMessage(repealed, plan.reading) }
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

/** All that it cites itself holds. */
function besideReplacedMessage(id: string, { day, endings }: NonNullable<PlannedRequirement['partlyEnded']>): Text {
  const [from, by] = [formatDay(day), namesOf(endings)]
  return {
    zh: `要求“${id}”所引条款仍然有效，但其例外所依据的条款或者同一句中的其他条款自 ${from} 起由 ${by} 代替，自该日起没有做到的只能由人工研判。请核对后面的条款：改变例外的，在该例外的 clauses 中加引 ${by}；改变期限的，在期限所用参数中另写引用 ${by} 的值；照旧的，在要求的 clauses 中加引 ${by}；不再要求的，写 effective.to。`,
    en: `The clauses that requirement "${id}" cites still hold, but from ${from} on ${by} is in the place of one on which an exception of it rests, or of another of its sentence: from then on, what is not met is for a person to judge. Read the later clause. If it changes the exception, cite ${by} in the clauses of that; if it changes the last day, give the parameter of that a value that cites ${by}; if all stays as it is, cite ${by} among the clauses of the requirement too; if nothing is asked any more, add effective.to.`,
  }
}

function noSuccessorMessage(id: string, endings: readonly Ending[]): Text {
  const [from, by] = [formatDay(endings[0]!.day), namesOf(endings)]
  return {
    zh: `要求“${id}”自 ${from} 起由条款 ${by} 代替，但没有要求以该条款为依据。请编写新的要求；规定未变的，把 replaces 改为 continues。`,
    en: `From ${from} on, clause ${by} replaces what requirement "${id}" rests on, and no requirement rests on that clause. Write one, or change replaces to continues where it asks the same.`,
  }
}

function notRevivedMessage({ kind, of, change, repeal }: RepealedChange, reading: Plan['reading']): Text {
  const by = change.by.reference
  const changed = kind === 'clause' ? of.reference : of.id
  const [from, ending] = [formatDay(repeal.day), repeal.endings.map((one) => one.by.reference).join(', ')]
  const repealed = {
    zh: ending === '' ? `条款 ${by} 自 ${from} 起期满失效` : `条款 ${by} 自 ${from} 起由 ${ending} 废止`,
    en:
      ending === ''
        ? `The term of clause ${by} is over from ${from} on`
        : `From ${from} on, ${ending} repeals clause ${by}`,
  }
  if (!('how' in change))
    return {
      zh: `${repealed.zh}，它对“${changed}”的延长仍按原来的日期评价。请确定是否仍然延长：不再延长的，删去它的 prolongs，或者改写 to；仍然延长的，在 lint.json 注明理由。`,
      en: `${repealed.en}, and that it prolongs "${changed}" is still followed. Decide whether it does: if not, take its prolongs away or give it another to; if it does, say so in lint.json.`,
    }
  const reads = asWritten(reading, kind === 'clause' ? of.text : { zh: '……', en: '…' })
  return {
    zh: `${repealed.zh}，它所改变的“${changed}”不因此恢复，也没有规定代替。请确定是否恢复：恢复的，在说明恢复的条款写 ${restoring(by, reads)}，并另写以该条款为依据的要求；不恢复的，在 lint.json 注明理由。`,
    en: `${repealed.en}, and "${changed}", which it had changed, does not come back by that, nor is anything in its place. Decide whether it does: if so, write ${restoring(by, reads)} on the clause that says so, and a requirement on that clause; if not, say so in lint.json.`,
  }
}

function planOverMessage(name: Text, last: string): Text {
  return {
    zh: `${name.zh}的规划期已于 ${last} 届满，以后的文件没有延长、废止它。请核对；已延长的，在相应条款的 changes 中写 prolongs。`,
    en: `The plan of ${name.en} ended on ${last}, and no later document prolongs or ends it. Check this; if one does, write prolongs in the changes of its clause.`,
  }
}
