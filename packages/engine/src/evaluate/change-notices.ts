import type { Text } from '../errors/text.ts'
import type { Ending, PlannedClause, PlannedDocument, Prolongation } from '../plan/document.ts'
import type { Plan } from '../plan/plan.ts'
import type { Session } from '../plan/session.ts'
import type { Notice } from '../report/report.ts'
import { shownClause, shownDocument, shownPlace } from '../report/shown-clause.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'

/** As many changes of one document are named; how many more there are is said. */
const NAMED = 20

/** One thing that a clause changed, in words without the clause itself. */
interface Change {
  day: number
  by: PlannedClause
  text: Text
}

/** For each later document that has changed something by the day: what, and by which of its clauses. */
export function changeNotices(plan: Plan, { asOf }: Session): Notice[] {
  const byDocument = new Map<PlannedDocument, Change[]>()
  for (const change of changesIn(plan)) {
    if (change.day > asOf) continue
    const { document } = change.by
    byDocument.set(document, [...(byDocument.get(document) ?? []), change])
  }
  return [...byDocument].map(([document, changes]) => ({ code: 'changed', text: noticeOf(document, changes) }))
}

function* changesIn({ documents, clauses, requirements }: Plan): Generator<Change> {
  for (const document of documents.values()) {
    const name = shownDocument(document)
    for (const ending of document.endings) yield changeBy(ending, name)
    for (const days of document.horizon?.prolonged ?? []) yield prolongedBy(days, name)
  }
  for (const clause of clauses.values()) {
    const name = shownClause(clause)
    for (const ending of clause.endings) if (!clause.document.endings.includes(ending)) yield changeBy(ending, name)
  }
  const known = new Set([...clauses.values(), ...documents.values()].flatMap(({ endings }) => endings))
  for (const { title, endings } of requirements)
    for (const ending of endings)
      if (!known.has(ending) && title.fixed)
        yield changeBy(ending, { zh: `“${title.fixed.zh}”`, en: `“${title.fixed.en}”` })
}

const VERBS: Record<Ending['how'], (name: Text, by: Text) => Text> = {
  ends: (name, by) => ({ zh: `${by.zh}废止${name.zh}`, en: `${by.en} ends ${name.en}` }),
  replaces: (name, by) => ({ zh: `${by.zh}代替${name.zh}`, en: `${by.en} replaces ${name.en}` }),
  continues: (name, by) => ({ zh: `${by.zh}沿用${name.zh}`, en: `${by.en} continues ${name.en}` }),
}

function changeBy({ how, day, by }: Ending, name: Text): Change {
  return { day, by, text: VERBS[how](name, shownPlace(by)) }
}

function prolongedBy({ from, to, by }: Prolongation, name: Text): Change {
  const place = shownPlace(by)
  return {
    day: from,
    by,
    text: {
      zh: `${place.zh}将${name.zh}延长至${formatDayInChinese(to - 1)}`,
      en: `${place.en} prolongs ${name.en} to ${formatDay(to - 1)}`,
    },
  }
}

/** 《…》：自…起，第二条代替…，第三条废止…；自…起，…。 */
function noticeOf(document: PlannedDocument, changes: readonly Change[]): Text {
  const name = shownDocument(document)
  const named = [...changes].sort((a, b) => a.day - b.day).slice(0, NAMED)
  const more = changes.length - named.length
  const days = [...new Set(named.map(({ day }) => day))]
  const ofDay = (day: number, language: keyof Text, between: string) =>
    named.flatMap((change) => (change.day === day ? [change.text[language]] : [])).join(between)
  const zh = days.map((day) => `自${formatDayInChinese(day)}起，${ofDay(day, 'zh', '，')}`).join('；')
  const en = days.map((day) => `from ${formatDay(day)} on, ${ofDay(day, 'en', ', ')}`).join('; ')
  return {
    zh: `${name.zh}：${zh}${more > 0 ? `，另有${more}处` : ''}。`,
    en: `${name.en}: ${en}${more > 0 ? `, and ${more} more` : ''}.`,
  }
}
