import type { Cell, Row } from '../../workbook.ts'
import { isOfOthers } from '../columns/heading-brackets.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { says } from './unknown-counts.ts'

/** What says behind a heading whom or what its column is about. */
const DEFINES = /^\D{0,4}?((?:不含|不包括|不包含|不计|含|包括|包含|仅指|只指|是指|系指|仅限).*)$/u
const SHORTEST = 3

/** Leaves open the columns of which a sentence above or below the table says that they are about others: 党员总数含流动党员. */
export function leaveOpenByNotes(reading: SheetReading): void {
  const { draft, sheet, found, columns } = reading
  const { firstRow, lastRow } = found.head
  const notes = sheet.rows.filter((row) => row.number < firstRow || (row.number > lastRow && isOneText(row)))
  for (const note of notes.flatMap(({ cells }) => cells.filter(({ mergedInto }) => mergedInto === undefined)))
    for (const { at } of columns.filter((column) => isDefined(column, note, reading)))
      for (const row of sheet.rows.filter(({ number }) => number > lastRow))
        draft.contested.leaveOpen(reading.place(row.number, at), {
          ...reading.place(row.number, at),
          cell: note.place.address,
        })
}

function isOneText({ cells }: Row): boolean {
  const texts = cells.filter(({ text, mergedInto }) => text.trim() !== '' && mergedInto === undefined)
  return texts.length === 1
}

function isDefined({ at, mapped }: ReadColumn, note: Cell, { draft }: SheetReading): boolean {
  const names = [...mapped.headings, ...at.headings].map(keyOf).filter((name) => name.length >= SHORTEST)
  const clauses = keyOf(note.text).split(/[。;,]/)
  const isOpen = (name: string, definition: string) => {
    const heading = `${name}(${definition})`
    const isPlain = mapped.fact === undefined
    const { beside = [], inside = [] } = mapped.without ?? {}
    if (says(beside, [heading])) return false
    const isInside = says(inside, [heading])
    return isPlain || isInside || isOfOthers({ ...at, headings: [heading] }, mapped, draft.plan.scopes)
  }
  return clauses.some((clause) =>
    names.some((name) => {
      const behind = clause.includes(name) ? DEFINES.exec(clause.slice(clause.indexOf(name) + name.length)) : null
      return behind !== null && isOpen(name, behind[1]!)
    }),
  )
}
