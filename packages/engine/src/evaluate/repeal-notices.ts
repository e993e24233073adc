import { addTo } from '../plan/grouped-by.ts'
import type { Text } from '../text/text.ts'
import type { PlannedDocument } from '../plan/document.ts'
import type { Plan } from '../plan/plan.ts'
import { repealedChanges, type Repeal, type RepealedChange } from '../plan/repealed-changes.ts'
import type { Notice } from '../report/report.ts'
import { repealWords } from '../report/change-text.ts'
import { shownDocument } from '../report/shown-clause.ts'
import {
  changeBy,
  changeOfRequirement,
  MOST_NAMED,
  nameOf,
  prolongedBy,
  sayInOrder,
  sharedPlaces,
  type NamedChange,
} from './change-notices.ts'

/** For each document that is repealed or has run out by the day: what it had changed, of which nobody has said whether it comes back. */
export function repealNotices(plan: Plan, until: number): Notice[] {
  const together = new Map<string, RepealedChange[]>()
  for (const repealed of repealedChanges(plan)) {
    const { change, repeal } = repealed
    if (repeal.day > until) continue
    const key = `${change.by.document.id} ${repeal.day}`
    addTo(together, key, repealed)
  }
  if (together.size === 0) return []
  const shared = sharedPlaces(plan.clauses.values())
  return [...together.values()].map((changes) => {
    const { change, repeal } = changes[0]!
    return {
      code: 'not-revived',
      text: noticeOf(
        change.by.document,
        repeal,
        changes.flatMap((one) => changeIn(one, shared)),
      ),
    }
  })
}

/** 《…》自…起由…废止。它的第二条废止…：这些规定不因此恢复…。 */
function noticeOf(document: PlannedDocument, repeal: Repeal, changes: readonly NamedChange[]): Text {
  const sentences: Text[] = [repealWords(repeal)(shownDocument(document))]
  const gone = changes.filter(({ how }) => how !== 'prolongs')
  const named = sayInOrder(gone.slice(0, MOST_NAMED))
  const more = gone.length - named.length
  if (named.length > 0)
    sentences.push({
      zh: `它的${joined(named, 'zh', '，')}${more > 0 ? `，另有${more}处` : ''}：这些规定不因此恢复，也没有其他规定代替，是否恢复执行，由人工研判。`,
      en: `In it, ${joined(named, 'en', ', ')}${more > 0 ? `, and ${more} more` : ''}: this does not come back by that, nor is anything in its place. Whether it does is for a person to judge.`,
    })
  for (const { zh, en } of sayInOrder(changes.filter(({ how }) => how === 'prolongs')))
    sentences.push({
      zh: `它的${zh}，目前仍按延长后的日期评价，是否还有效，由人工研判。`,
      en: `In it, ${en}, which is still followed: whether it holds is for a person to judge.`,
    })
  return { zh: joined(sentences, 'zh', ''), en: joined(sentences, 'en', ' ') }
}

function joined(texts: readonly Text[], language: keyof Text, between: string): string {
  return texts.map((text) => text[language]).join(between)
}

function changeIn(repealed: RepealedChange, shared: ReadonlySet<string>): NamedChange[] {
  const { change } = repealed
  if (!('how' in change)) return repealed.kind === 'document' ? [{ ...prolongedBy(change), of: repealed.of }] : []
  if (repealed.kind === 'document') return [{ ...changeBy(change, undefined), of: repealed.of }]
  if (repealed.kind === 'requirement') return changeOfRequirement(change, repealed.of)
  const { of } = repealed
  return [{ ...changeBy(change, of), of: of.document, name: nameOf(of, shared) }]
}
