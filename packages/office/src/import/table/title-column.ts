import type { ImportFile, Plan } from '@tiaoli/engine/plan'
import { addressOf } from '../../cells/address.ts'
import type { Cell, Row, Sheet } from '../../workbook.ts'
import { TextForms } from '../../values/text-form.ts'
import { endingsOf } from '../names/name-looks.ts'
import { bareTitle } from './bare-title.ts'
import { findTable, type TableFound } from './find-table.ts'
import { lastColumnOf } from './last-column.ts'

type Said = Pick<Cell, 'text' | 'place'>

/** A sheet with a column of what its name, its title and the titles between its rows say, where the table has such a column and the sheet has none. */
export function withTitleColumns(
  sheet: Sheet,
  { titles = {}, tables, names }: Pick<ImportFile, 'titles' | 'tables' | 'names'>,
  scopes: Plan['scopes'],
): Sheet {
  if (Object.keys(titles).length === 0) return sheet
  let titled = sheet
  let found = findTable(titled, tables, scopes)
  const kinds = endingsOf(Object.values(names?.like ?? {}).flatMap(({ is }) => is)).filter(({ length }) => length > 1)
  for (const [heading, forms] of Object.entries(titles)) {
    if (!found?.table.row || !mayHave(found, heading)) continue
    const said = new TextForms(forms)
    const next = withColumn(titled, found, heading, (text) => said.match(bareTitle(text, kinds))?.meaning)
    if (next !== titled) found = findTable((titled = next), tables, scopes)
  }
  return titled
}

/** Whether a table has a column that is called so, and the sheet has not. */
function mayHave({ table, matches }: TableFound, heading: string): boolean {
  const isOf = ({ headings }: { readonly headings: readonly string[] }) => headings.includes(heading)
  return (table.columns ?? []).some(isOf) && ![...matches.values()].flat().some(isOf)
}

function withColumn(
  sheet: Sheet,
  { head }: TableFound,
  heading: string,
  saidIn: (text: string) => string | undefined,
): Sheet {
  const column = lastColumnOf(sheet.rows) + 1
  const titles = new Titles(saidIn, sheet, head.firstRow)
  const rows = sheet.rows.flatMap((row): Row[] => {
    if (row.number < head.lastRow) return [row]
    if (row.number === head.lastRow)
      return [withCell(row, column, { text: heading, place: titles.place ?? row.cells[0]!.place })]
    const kind = titles.read(row)
    if (kind === 'title') return []
    return [kind === undefined ? row : withCell(row, column, kind)]
  })
  return titles.isAny ? { ...sheet, rows } : sheet
}

/** What the last title says of the rows below it. */
class Titles {
  isAny: boolean
  readonly #saidIn: (text: string) => string | undefined
  readonly #ofSheet: string | undefined
  /** The last title above the headings, which says more than the name of the sheet. */
  readonly #ofTitle: Said | undefined
  #last: Said | undefined
  /** Whether other titles stand below these, and do not end what they say. */
  #isOuter = false
  #isJustSaid = false

  constructor(saidIn: (text: string) => string | undefined, { name, rows }: Sheet, firstRow: number) {
    this.#saidIn = saidIn
    this.#ofSheet = saidIn(name)
    this.#ofTitle = rows.flatMap((row) => (row.number < firstRow ? (this.#titleOf(row) ?? []) : [])).at(-1)
    this.isAny = (this.#ofTitle?.text ?? this.#ofSheet) !== undefined
  }

  /** Where the title above the headings is, if it says something. */
  get place(): Cell['place'] | undefined {
    return this.#ofTitle?.place
  }

  /** What is said of a row; whether the row says it of those below. */
  read(row: Row): Said | 'title' | undefined {
    const [cell, ...others] = filledIn(row)
    if (cell === undefined) return undefined
    const title = this.#titleOf(row)
    if (title !== undefined) {
      this.#last = title
      this.isAny = this.#isJustSaid = true
      return 'title'
    }
    if (others.length === 0) {
      this.#isOuter ||= this.#isJustSaid
      if (!this.#isOuter) this.#last = undefined
      return undefined
    }
    this.#isJustSaid = false
    const ofSheet = this.#ofSheet === undefined ? undefined : { text: this.#ofSheet, place: cell.place }
    return this.#last ?? this.#ofTitle ?? ofSheet
  }

  /** What a text that is alone in its row says. */
  #titleOf(row: Row): Said | undefined {
    const [cell, ...others] = filledIn(row)
    const text = cell && others.length === 0 ? this.#saidIn(cell.text) : undefined
    return cell && text !== undefined ? { text, place: cell.place } : undefined
  }
}

function filledIn({ cells }: Row): Cell[] {
  return cells.filter(({ kind, mergedInto }) => kind !== 'empty' && mergedInto === undefined)
}

function withCell(row: Row, column: number, { text, place }: Said): Row {
  return { ...row, cells: [...row.cells, { kind: 'text', value: text, text, place, column }] }
}

/** Where the titles are that stand in columns of their own, by the address that they have there. */
export function titledIn({ rows }: Sheet): ReadonlyMap<string, string> {
  const titled = rows.flatMap(({ number, cells }): [string, string][] => {
    const cell = cells.at(-1)
    const address = cell && addressOf({ row: number, column: cell.column })
    return address === undefined || cell?.place.address === address ? [] : [[address, cell!.place.address]]
  })
  return new Map(titled)
}
