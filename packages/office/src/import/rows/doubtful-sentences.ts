import { keyOf } from '../../values/words.ts'
import { deniesGroup } from '../columns/denies-group.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isAsRead } from './meanings-of-signs.ts'
import { says } from '../../values/text-form.ts'
import { saysWhatHappened } from '../../values/words-of-change.ts'

/** Shorter parts of headings are in many words. */
const SHORTEST = 3

/**
 * Leaves open what columns deny of which a sentence beside the table says something that is no instruction for filling it
 * in: 章程一栏填“否”的均已落实.
 */
export function doubtBySentences(reading: SheetReading): void {
  const { draft, sheet, found, columns } = reading
  const { instructions = [], harmless = [] } = draft.mapping.remarks ?? {}
  const rows = sheet.rows.filter(({ number }) => number > found.head.lastRow)
  for (const { clauses, place, isNote, isBetween } of reading.sentences) {
    if (isBetween || (!isNote && !isStatement(clauses))) continue
    for (const clause of aboutOne(clauses, (text) => columns.some((column) => isNamedIn(text, column, reading)))) {
      if (clause.every((text) => isAsRead(text, reading) || says([...instructions, ...harmless], [text]))) continue
      const text = clause.join('，')
      const named = columns.filter((column) => isNamedIn(text, column, reading))
      for (const row of rows)
        for (const { at, mapped } of named)
          draft.doubted.add(reading.place(row.number, at), {
            place,
            what: 'denials-and-days',
            isNaming: deniesGroup(mapped, draft.plan.scopes),
          })
    }
  }
}

/** What the lines above a table that call it something end with. */
const TITLE = /(?:[表册单簿]|台账|名录|情况|统计|一览|汇总|明细)(?:\(.*\))?$/u

/** Whether what stands above a table tells what happened, and is no title. */
function isStatement(clauses: readonly string[]): boolean {
  const said = clauses.filter((clause) => clause !== '')
  return said.some(saysWhatHappened) && !TITLE.test(said.at(-1) ?? '')
}

/** Clauses with those behind them that go on about the same column. */
function aboutOne(clauses: readonly string[], isNaming: (clause: string) => boolean): string[][] {
  const all: string[][] = []
  for (const clause of clauses.filter((text) => text !== '')) {
    const last = all.at(-1)
    if (last && !isNaming(clause)) last.push(clause)
    else all.push([clause])
  }
  return all
}

/** Whether a sentence names a column: by a heading, or as the mapping says that its facts are called. */
export function isNamedIn(text: string, { at, mapped }: ReadColumn, { draft }: SheetReading): boolean {
  const { called = {} } = draft.mapping.remarks ?? {}
  const names = [...mapped.headings, ...at.headings].map(keyOf).filter((name) => name.length >= SHORTEST)
  const given = factsGivenBy(mapped).flatMap((fact) => called[fact] ?? [])
  return [...names, ...given.map(keyOf)].some((name) => text.includes(name))
}
