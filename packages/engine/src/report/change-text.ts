import type { Ending, Horizon, PlannedClause, PlannedDocument, Prolongation } from '../plan/document.ts'
import type { Text } from '../text/text.ts'
import type { Repeal } from '../plan/repealed-changes.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { shownClause, shownDocument } from './shown-clause.ts'

/** What a clause does, in words: of what is changed, and of the clause. */
export type ChangeWords = (name: Text, by: Text) => Text

const ENDING_WORDS: Readonly<Record<Ending['how'], ChangeWords>> = {
  ends: (name, by) => ({ zh: `${by.zh}废止${name.zh}`, en: `${by.en} ends ${name.en}` }),
  replaces: (name, by) => ({ zh: `${by.zh}代替${name.zh}`, en: `${by.en} replaces ${name.en}` }),
  continues: (name, by) => ({ zh: `${by.zh}沿用${name.zh}`, en: `${by.en} continues ${name.en}` }),
}

const AMENDING: ChangeWords = (name, by) => ({ zh: `${by.zh}修改${name.zh}`, en: `${by.en} amends ${name.en}` })

/** What became of a clause: it goes on, or it reads otherwise from then on. */
export function endingWords(ending: Ending, clause: PlannedClause | undefined): ChangeWords {
  return isAmended(ending, clause) ? AMENDING : ENDING_WORDS[ending.how]
}

/** Whether a clause reads otherwise from then on, or numbers of it are others. */
export function isAmended({ how, reads, setsValue }: Ending, clause: PlannedClause | undefined): boolean {
  if (how === 'continues' && setsValue) return true
  return reads !== undefined && reads.zh !== clause?.text.zh
}

/** That a document is repealed, or has run out. */
export function repealWords({ day, endings }: Repeal): (name: Text) => Text {
  const [from, clauses] = [
    { zh: formatDayInChinese(day), en: formatDay(day) },
    [...new Set(endings.map(({ by }) => by))],
  ]
  const names = clauses.map(shownClause)
  return (name) =>
    names.length === 0
      ? {
          zh: `${name.zh}有效期届满，自${from.zh}起不再有效。`,
          en: `The term of ${name.en} is over: it holds no longer from ${from.en} on.`,
        }
      : {
          zh: `${name.zh}自${from.zh}起由${names.map(({ zh }) => zh).join('、')}废止。`,
          en: `From ${from.en} on, ${names.map(({ en }) => en).join(', ')} repeals ${name.en}.`,
        }
}

export function prolongingWords({ to }: Pick<Prolongation, 'to'>): ChangeWords {
  return (name, by) => ({
    zh: `${by.zh}将${name.zh}延长至${formatDayInChinese(to - 1)}`,
    en: `${by.en} prolongs ${name.en} to ${formatDay(to - 1)}`,
  })
}

/** What ended, replaced or continued a clause: a sentence for each. */
export function clauseChanges(clause: PlannedClause): Text[] {
  const { document, endings } = clause
  return endings.map((ending) =>
    document.endings.includes(ending)
      ? endingSentence(ending, undefined, shownDocument(document))
      : endingSentence(ending, clause, shownClause(clause)),
  )
}

/** The same, and what became of the clauses that continue it. */
export function changesFrom(clause: PlannedClause, above: readonly PlannedClause[] = []): Text[] {
  const continuing = clause.endings.flatMap(({ how, by }) => (how === 'continues' && !above.includes(by) ? [by] : []))
  return [...clauseChanges(clause), ...continuing.flatMap((by) => changesFrom(by, [...above, by]))]
}

/** What ended or prolonged a document as a whole. */
export function documentChanges(document: PlannedDocument): Text[] {
  const name = shownDocument(document)
  return [
    ...document.endings.map((ending) => endingSentence(ending, undefined, name)),
    ...document.prolonged.map((days) => sentenceOf(days.from, prolongingWords(days)(name, shownClause(days.by)))),
  ]
}

/** To which day a plan runs by each clause that prolonged it, or continues in a document with later years or none. */
export function prolongationsOf({ prolonged }: Horizon): Text[] {
  return prolonged.map(({ from, to, by }) => {
    const { zh, en } = shownClause(by)
    return to === Infinity
      ? sentenceOf(from, { zh: `依据${zh}，不再设规划期`, en: `by ${en}, no years are planned for` })
      : sentenceOf(from, {
          zh: `依据${zh}，规划期至${formatDayInChinese(to - 1)}`,
          en: `by ${en}, the years planned for run to ${formatDay(to - 1)}`,
        })
  })
}

function endingSentence(ending: Ending, clause: PlannedClause | undefined, name: Text): Text {
  return sentenceOf(ending.day, endingWords(ending, clause)(name, shownClause(ending.by)))
}

function sentenceOf(day: number, { zh, en }: Text): Text {
  return { zh: `自${formatDayInChinese(day)}起，${zh}。`, en: `From ${formatDay(day)} on, ${en}.` }
}
