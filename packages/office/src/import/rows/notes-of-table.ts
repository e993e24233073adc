import type { ImportColumn } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import { isOfOthers } from '../columns/heading-brackets.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { says } from '../../values/text-form.ts'

/** What says behind a heading whom or what its column is about. */
const DEFINES = /^\D{0,4}?((?:不含|不包括|不包含|不计|含|包括|包含|仅指|只指|是指|系指|仅限).*)$/u
/** What says of the whole table that others are in it: 注：本表含组织关系未转入的党员. */
const HOLDS =
  /^(?:[注说备][明注]?:)?(?:\d+[.、])?(?:本|该|此|以上|上述)?(?:表|册|名册|花名册|名单|台账|人员)?[中内均已也并且都]*((?:含|包括|包含).*)$/u
const SHORTEST = 3

/**
 * Leaves open the columns of which a sentence above or below the table says that they are about others: 党员总数含流动党员;
 * and those that may count the same others, of which nothing is said.
 */
export function leaveOpenByNotes(reading: SheetReading): void {
  const { draft, sheet, found, columns } = reading
  const rows = sheet.rows.filter(({ number }) => number > found.head.lastRow)
  for (const { clauses, place } of reading.sentences) {
    const said = columns.map((column) => {
      const { at, mapped } = column
      const definitions = definitionsOf(namesOf([...mapped.headings, ...at.headings]), clauses)
      return { column, definitions, isOpen: definitions.some((one) => isOfOtherPersons(mapped, at, one, reading)) }
    })
    const others = new Set(said.flatMap(({ isOpen, column: { mapped } }) => (isOpen && mapped.without?.fact) || []))
    for (const { column, definitions, isOpen } of said) {
      const { at, mapped } = column
      const isAlike = definitions.length === 0 && mapped.without !== undefined && others.has(mapped.without.fact)
      if (!isOpen && !isAlike) continue
      for (const row of rows) {
        const cell = reading.place(row.number, at)
        draft.contested.leaveOpen(cell, { ...cell, cell: place.cell! })
      }
    }
  }
}

/** The numbers of rows of which a sentence says that others are among them, with its place: they are not those of the catalogue. */
export function countsOpenByNotes(reading: SheetReading): ReadonlyMap<string, FilePlace> {
  const { draft, found } = reading
  const columns = draft.mapping.tables.flatMap((table) => table.columns ?? [])
  const counted = (found.table.counts ?? []).map(({ fact }) => ({
    fact,
    mapped: columns.filter((column) => column.fact === fact),
  }))
  const mayHold = ({ without }: ImportColumn, text: string) =>
    without !== undefined && says([...without.inside, ...(without.others ?? [])], [text])
  const open = new Map<string, FilePlace>()
  for (const { clauses, place } of reading.sentences) {
    const held = clauses.flatMap((clause) => HOLDS.exec(clause)?.[1] ?? [])
    const isOfAll = held.some((text) => counted.some(({ mapped }) => mapped.some((one) => mayHold(one, text))))
    for (const { fact, mapped } of counted) {
      const said = definitionsOf(namesOf(mapped.flatMap(({ headings }) => headings)), clauses)
      const isOne = mapped.some((one) => said.some((definition) => isOfOtherPersons(one, NOWHERE, definition, reading)))
      if ((isOfAll || isOne) && !open.has(fact)) open.set(fact, place)
    }
  }
  return open
}

/** A number of rows has no column of its own. */
const NOWHERE: SheetColumn = { column: 0, headings: [], address: '', isEmpty: false }

function namesOf(headings: readonly string[]): string[] {
  return [...new Set(headings.map(keyOf))].filter((name) => name.length >= SHORTEST)
}

interface Definition {
  readonly name: string
  readonly definition: string
}

/** What clauses say of what is called so. One that names nothing goes on with what the one before is about. */
function definitionsOf(names: readonly string[], clauses: readonly string[]): Definition[] {
  let about: string | undefined
  return clauses.flatMap((clause) => {
    const named = names.filter((name) => clause.includes(name))
    const found = named.flatMap((name) => {
      const definition = DEFINES.exec(clause.slice(clause.indexOf(name) + name.length))?.[1]
      return definition === undefined ? [] : [{ name, definition }]
    })
    const before = about
    if (named.length > 0) about = named[0]
    const further = DEFINES.exec(clause)?.[1]
    if (found.length > 0 || before === undefined || further === undefined) return found
    return [{ name: before, definition: further }]
  })
}

/** Whether a column is about others than the catalogue means where this is said of it. */
function isOfOtherPersons(
  mapped: ImportColumn,
  at: SheetColumn,
  { name, definition }: Definition,
  { draft }: SheetReading,
): boolean {
  const heading = `${name}(${definition})`
  const { beside = [], inside = [] } = mapped.without ?? {}
  if (says(beside, [heading])) return false
  const isPlain = mapped.fact === undefined
  return isPlain || says(inside, [heading]) || isOfOthers({ ...at, headings: [heading] }, mapped, draft.plan.scopes)
}
