import type { Text } from '../text/text.ts'
import { shownClause } from '../report/shown-clause.ts'
import type { Ending } from '../plan/document.ts'
import type { PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Finding } from '../report/report.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { citationOf } from './cite.ts'

type Notes = Finding['notes']

/** By which clauses a requirement came to its end; nothing before that day, or where none ended it. */
export function endedNotes(endings: readonly Ending[], day: number): Notes {
  const past = endings.filter((ending) => day >= ending.day)
  return past.length === 0 ? [] : [note('ended', past, ENDED)]
}

/** That part of what a requirement rests on has ended by the day that governs it. */
export function partlyEndedNotes({ partlyEnded }: PlannedRequirement, governing: number | undefined): Notes {
  if (!partlyEnded || governing === undefined || governing < partlyEnded.day) return []
  const { day, endings } = partlyEnded
  if (endings.length > 0) return [note('partly-ended', endings, PARTLY_ENDED)]
  const text = {
    zh: `所依据的条款有一部分自${formatDayInChinese(day)}起失效，其余仍然有效：是否仍应执行，由人工研判。`,
    en: `Part of the clauses that this rests on ended on ${formatDay(day)}: whether it still has to be done is for a person to judge.`,
  }
  return [{ id: 'partly-ended', text, citations: [] }]
}

/** That an exception was struck out which would still hold: what it had carried is for a person to judge. */
export function struckOutNote({ entry, struckOut }: PlannedException, said: Text): Notes[number] {
  return note(`${entry.id}-struck-out`, struckOut?.endings ?? [], (day, by) => ({
    zh: `例外（${said.zh.replace(/。$/u, '')}）自${day.zh}起由${by.zh}废止：在此之前依该例外办理的是否仍然有效，由人工研判。`,
    en: `From ${day.en} on, ${by.en} ends the exception (${said.en.replace(/\.$/u, '')}): whether what was done by it before still holds is for a person to judge.`,
  }))
}

function note(id: string, endings: readonly Ending[], sentence: (day: Text, by: Text) => Text): Notes[number] {
  const { day } = endings[0]!
  const clauses = [...new Set(endings.map(({ by }) => by))]
  const names = clauses.map(shownClause)
  const by = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
  const text = sentence({ zh: formatDayInChinese(day), en: formatDay(day) }, by)
  return { id, text, citations: clauses.map((clause) => citationOf(clause, undefined)) }
}

const ENDED = (day: Text, by: Text): Text => ({
  zh: `自${day.zh}起不再适用，依据是${by.zh}。`,
  en: `No longer in force from ${day.en} on, by ${by.en}.`,
})

const PARTLY_ENDED = (day: Text, by: Text): Text => ({
  zh: `所依据的条款有一部分自${day.zh}起由${by.zh}改变，其余仍然有效：是否仍应执行，由人工研判。`,
  en: `From ${day.en} on, ${by.en} changes part of the clauses that this rests on: whether it still has to be done is for a person to judge.`,
})
