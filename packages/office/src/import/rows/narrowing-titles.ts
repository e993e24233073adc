import { escapedPattern } from '../../escaped-pattern.ts'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { titlesOf } from '../table/titles-of-table.ts'
import { isBehind } from '../table/words-in-title.ts'
import { keyOf, withoutBrackets } from '../../values/words.ts'

/** Leaves open numbers of persons where a title, or the name of the sheet, says that some alone are in the table: 青年律师. */
export function leaveOpenByTitles(reading: SheetReading): void {
  const { draft, file, sheet, found, columns } = reading
  const { persons } = draft.mapping.lists ?? {}
  if (!persons) return
  const title = titlesOf(file, sheet, found.head.firstRow, draft.mapping).find(({ text }) => isOfSome(text, reading))
  if (!title) return
  const counting = columns.filter(({ mapped }) => factsGivenBy(mapped).some((fact) => persons.facts.includes(fact)))
  for (const row of sheet.rows.filter(({ number }) => number > found.head.lastRow))
    for (const { at } of counting) draft.contested.leaveOpen(reading.place(row.number, at), title.place, persons.why)
}

/** What says that a number is one of a date. */
const OF_DATE = /(?<=\d)(?:年度?|月份?|日)/gu

/** Whether something stands before a word for persons that may say which are meant. */
function isOfSome(text: string, { draft }: SheetReading): boolean {
  const { called, behind, part = [] } = draft.mapping.lists!.persons!
  const names = [...draft.plan.scopes.values()].flatMap((scope) => draft.names.namesIn(scope, text))
  const key = withoutBrackets(keyOf(text).replaceAll(OF_DATE, ''))
  const others = [...part, ...names].map(keyOf)
  const isIn = (at: number) =>
    others.some((word) => {
      const from = key.lastIndexOf(word, at)
      return from >= 0 && at < from + word.length
    })
  const before = [...behind, ...others]
  return called
    .map(keyOf)
    .some((word) =>
      [...key.matchAll(new RegExp(escapedPattern(word), 'gu'))].some(
        ({ index }) => !isIn(index) && !isBehind(key, index, before),
      ),
    )
}
