import type { Text } from '../text/text.ts'
import { repealOf } from '../plan/repealed-changes.ts'
import { repealWords } from '../report/change-text.ts'
import { shownClause } from '../report/shown-clause.ts'
import type { Ending, PlannedClause } from '../plan/document.ts'
import type { EndOfGround, PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Finding } from '../report/report.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { citationOf } from './cite.ts'

type Notes = Finding['notes']

/**
 * By which clauses a requirement came to its end, or with which it ran out, and that these have been repealed since; nothing
 * before that day, or where none ended it.
 */
export function endedNotes({ ended }: Pick<PlannedRequirement, 'ended'>, day: number): Notes {
  const { endings, lapsed } = ended
  if (day < ended.day) return []
  if (endings.length > 0) return [note('ended', endings, ENDED), ...repealedNotes(endings, day)]
  return lapsed.length > 0 ? [noteOf('ended', ended.day, lapsed, LAPSED)] : []
}

/** That what ended something is repealed itself: that it comes back by this nobody has said. */
function repealedNotes(endings: readonly Ending[], day: number): Notes {
  const by = [...new Set(endings.map((ending) => ending.by))]
  const repeals = by.flatMap((clause) => {
    const repeal = repealOf(clause)
    return repeal && day >= repeal.day ? [{ clause, repeal }] : []
  })
  if (repeals.length < by.length) return []
  return repeals.map(({ clause, repeal }) => {
    const { zh, en } = repealWords(repeal)(shownClause(clause))
    const text = {
      zh: `${zh}本项不因此恢复，是否恢复执行，由人工研判。`,
      en: `${en} This does not come back by that: whether it does is for a person to judge.`,
    }
    return { id: 'not-revived', text, citations: repeal.endings.map((ending) => citationOf(ending.by, undefined)) }
  })
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

/** That an exception was struck out, or ran out, which would still hold: what it had carried is for a person to judge. */
export function struckOutNote({ id }: PlannedException['entry'], struckOut: EndOfGround, said: Text): Notes[number] {
  const exception = { zh: said.zh.replace(/。$/u, ''), en: said.en.replace(/\.$/u, '') }
  const { day, endings, lapsed } = struckOut
  if (endings.length > 0)
    return note(`${id}-struck-out`, endings, (from, by) => ({
      zh: `例外（${exception.zh}）自${from.zh}起由${by.zh}废止：在此之前依该例外办理的是否仍然有效，由人工研判。`,
      en: `From ${from.en} on, ${by.en} ends the exception (${exception.en}): whether what was done by it before still holds is for a person to judge.`,
    }))
  return noteOf(`${id}-lapsed`, day, lapsed, (from, by) => ({
    zh: `例外（${exception.zh}）所依据的${by.zh}有效期届满，自${from.zh}起不再有效：在此之前依该例外办理的是否仍然有效，由人工研判。`,
    en: `The exception (${exception.en}) rests on ${by.en}, which holds no longer from ${from.en} on as its term is over: whether what was done by it before still holds is for a person to judge.`,
  }))
}

type Sentence = (day: Text, clauses: Text) => Text

function note(id: string, endings: readonly Ending[], sentence: Sentence): Notes[number] {
  const clauses = [...new Set(endings.map(({ by }) => by))]
  return noteOf(id, endings[0]!.day, clauses, sentence)
}

function noteOf(id: string, day: number, clauses: readonly PlannedClause[], sentence: Sentence): Notes[number] {
  const names = clauses.map(shownClause)
  const by = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
  const text = sentence({ zh: formatDayInChinese(day), en: formatDay(day) }, by)
  return { id, text, citations: clauses.map((clause) => citationOf(clause, undefined)) }
}

const LAPSED = (day: Text, clauses: Text): Text => ({
  zh: `所依据的${clauses.zh}有效期届满，自${day.zh}起不再适用。`,
  en: `No longer in force from ${day.en} on: the term of ${clauses.en}, on which it rests, is over.`,
})

const ENDED = (day: Text, by: Text): Text => ({
  zh: `自${day.zh}起不再适用，依据是${by.zh}。`,
  en: `No longer in force from ${day.en} on, by ${by.en}.`,
})

const PARTLY_ENDED = (day: Text, by: Text): Text => ({
  zh: `所依据的条款有一部分自${day.zh}起由${by.zh}改变，其余仍然有效：是否仍应执行，由人工研判。`,
  en: `From ${day.en} on, ${by.en} changes part of the clauses that this rests on: whether it still has to be done is for a person to judge.`,
})
