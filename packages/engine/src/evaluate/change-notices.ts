import { addTo } from '../plan/grouped-by.ts'
import type { Text } from '../text/text.ts'
import type { Ending, PlannedClause, PlannedDocument, Prolongation } from '../plan/document.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Notice } from '../report/report.ts'
import { endingWords, isAmended, prolongingWords, type ChangeWords } from '../report/change-text.ts'
import { shownDocument, shownPlace } from '../report/shown-clause.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'

/** As many changes of one document are named; how many more there are is said. */
export const MOST_NAMED = 20

/** More clauses of one document that go on, or go on amended, are counted and not named. */
const CONTINUED = 3

/** A clause at a place that others share is named by this many of its first signs. */
const QUOTED = { zh: 24, en: 60 }

/** One thing that a clause changed. */
export interface NamedChange {
  day: number
  how: Ending['how'] | 'amends' | 'prolongs' | 'reissues'
  by: PlannedClause
  /** The document of what was changed; none of a requirement, which is named by its title. */
  of?: PlannedDocument
  /** What was changed, within its document; none of a document as a whole. */
  name?: Text
  say: ChangeWords
}

/** For each later document that has changed something by the day: what, and by which of its clauses. */
export function changeNotices(plan: Plan, until: number): Notice[] {
  const byDocument = new Map<PlannedDocument, NamedChange[]>()
  for (const change of changesIn(plan)) {
    if (change.day > until) continue
    const { document } = change.by
    addTo(byDocument, document, change)
  }
  const sizes = new Map<PlannedDocument, number>()
  for (const { document } of plan.clauses.values()) sizes.set(document, (sizes.get(document) ?? 0) + 1)
  return [...byDocument].map(([document, changes]) => ({
    code: 'changed',
    text: noticeOf(document, withoutContinued(changes, sizes)),
  }))
}

/** Many clauses of a document that go on are said at once: as the whole of it where no clause is left, or by their number. */
function withoutContinued(changes: readonly NamedChange[], sizes: ReadonlyMap<PlannedDocument, number>): NamedChange[] {
  const ofClauses = (of: PlannedDocument) => changes.filter((change) => change.of === of && change.name)
  const going = (of: PlannedDocument, how: NamedChange['how']) => ofClauses(of).filter((change) => change.how === how)
  const documents = [...new Set(changes.flatMap(({ of }) => of ?? []))]
  const counted = GOING_ON.flatMap(({ how, say }) =>
    documents.filter((of) => going(of, how).length > CONTINUED).map((of) => ({ of, how, say })),
  )
  const rest = changes.filter((change) => !counted.some(({ of, how }) => of === change.of && how === change.how))
  const whole = documents.filter(
    (of) => going(of, 'continues').length > CONTINUED && ofClauses(of).length === sizes.get(of),
  )
  return [
    ...whole.map((of): NamedChange => ({ ...firstOf(going(of, 'continues')[0]!), how: 'reissues', of, say: REISSUED })),
    ...rest,
    ...counted.flatMap(({ of, how, say }): NamedChange[] => {
      const own = going(of, how)
      if (how === 'continues' && whole.includes(of)) return []
      return [{ ...firstOf(own[0]!), of, say: say(own.length) }]
    }),
  ]
}

/** A change of a document as a whole, by the clause and on the day of one of its clauses. */
function firstOf({ day, how, by }: NamedChange): Pick<NamedChange, 'day' | 'how' | 'by'> {
  return { day, how, by }
}

const REISSUED: ChangeWords = (name) => ({
  zh: `重新印发${name.zh}全文`,
  en: `the whole of ${name.en} is issued again`,
})

/** How clauses go on, and what is said of many. */
const GOING_ON: readonly { how: NamedChange['how']; say: (count: number) => ChangeWords }[] = [
  {
    how: 'amends',
    say: (count) => (name, by) => ({
      zh: `${by.zh}修改${name.zh}${count}条`,
      en: `${by.en} amends ${count} clauses of ${name.en}`,
    }),
  },
  {
    how: 'continues',
    say: (count) => (name) => ({
      zh: `另沿用${name.zh}${count}条`,
      en: `${count} clauses of ${name.en} are continued`,
    }),
  },
]

function* changesIn({ documents, clauses, requirements }: Plan): Generator<NamedChange> {
  for (const document of documents.values()) {
    for (const ending of document.endings) yield { ...changeBy(ending, undefined), of: document }
    for (const days of document.prolonged) yield { ...prolongedBy(days), of: document }
  }
  const shared = sharedPlaces(clauses.values())
  for (const clause of clauses.values()) {
    const name = nameOf(clause, shared)
    for (const ending of clause.endings)
      if (!clause.document.endings.includes(ending)) yield { ...changeBy(ending, clause), of: clause.document, name }
  }
  const known = new Set([...clauses.values(), ...documents.values()].flatMap(({ endings }) => endings))
  for (const requirement of requirements)
    for (const ending of requirement.ended.endings)
      if (!known.has(ending)) yield* changeOfRequirement(ending, requirement)
}

/** A requirement is named by its title, where that is the same for every record. */
export function changeOfRequirement(ending: Ending, { title: { fixed } }: PlannedRequirement): NamedChange[] {
  return fixed ? [{ ...changeBy(ending, undefined), name: { zh: `“${fixed.zh}”`, en: `“${fixed.en}”` } }] : []
}

/** Places, with their documents, at which there is more than one clause. */
export function sharedPlaces(clauses: Iterable<PlannedClause>): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const clause of clauses) {
    const key = placeKey(clause)
    if (seen.has(key)) shared.add(key)
    seen.add(key)
  }
  return shared
}

function placeKey(clause: PlannedClause): string {
  return `${clause.document.id} ${shownPlace(clause).zh}`
}

export function nameOf(clause: PlannedClause, shared: ReadonlySet<string>): Text {
  const place = shownPlace(clause)
  if (!shared.has(placeKey(clause))) return place
  const quote = (language: keyof Text, more: string) => {
    const words = clause.text[language]
    return words.length > QUOTED[language] ? `${words.slice(0, QUOTED[language])}${more}` : words
  }
  return { zh: `${place.zh}“${quote('zh', '……')}”`, en: `${place.en}, “${quote('en', '…')}”` }
}

export function changeBy(ending: Ending, clause: PlannedClause | undefined): NamedChange {
  const { how, day, by } = ending
  const goesOnAmended = how === 'continues' && isAmended(ending, clause)
  return { day, how: goesOnAmended ? 'amends' : how, by, say: endingWords(ending, clause) }
}

export function prolongedBy(prolongation: Prolongation): NamedChange {
  const { from, by } = prolongation
  return { day: from, how: 'prolongs', by, say: prolongingWords(prolongation) }
}

/** Each change in words; a document is named in full where it comes first. */
export function sayInOrder(changes: readonly NamedChange[]): Text[] {
  const named = new Set<PlannedDocument>()
  return changes.map(({ by, of, name, say }) => {
    const isNamed = of === undefined || named.has(of)
    if (of) named.add(of)
    return say(inDocument(of, name, isNamed), shownPlace(by))
  })
}

function inDocument(of: PlannedDocument | undefined, name: Text | undefined, isNamed: boolean): Text {
  if (!of) return name!
  const document = shownDocument(of)
  if (!name) return document
  return isNamed
    ? { zh: `其${name.zh}`, en: `its ${name.en}` }
    : { zh: `${document.zh}${name.zh}`, en: `${document.en}, ${name.en}` }
}

/** 《…》：自…起，第二条代替…，第三条废止…；自…起，…。 */
function noticeOf(document: PlannedDocument, changes: readonly NamedChange[]): Text {
  const name = shownDocument(document)
  const named = [...changes].sort((a, b) => a.day - b.day).slice(0, MOST_NAMED)
  const more = changes.length - named.length
  const days = [...new Set(named.map(({ day }) => day))]
  const texts = sayInOrder(named)
  const ofDay = (day: number, language: keyof Text, between: string) =>
    named.flatMap((change, i) => (change.day === day ? [texts[i]![language]] : [])).join(between)
  const zh = days.map((day) => `自${formatDayInChinese(day)}起，${ofDay(day, 'zh', '，')}`).join('；')
  const en = days.map((day) => `from ${formatDay(day)} on, ${ofDay(day, 'en', ', ')}`).join('; ')
  return {
    zh: `${name.zh}：${zh}${more > 0 ? `，另有${more}处` : ''}。`,
    en: `${name.en}: ${en}${more > 0 ? `, and ${more} more` : ''}.`,
  }
}
