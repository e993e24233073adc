import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isMaskedName } from '../../person/masked-name.ts'
import { speaksOf } from '../table/words-of-ends.ts'
import type { CellWords } from './cell-words.ts'
import { idOfMasked } from './id-of-masked.ts'
import type { RowCells, RowRecords } from './row-cells.ts'
import type { RowFacts } from './row-facts.ts'
import { OneAfterAnother } from './one-after-another.ts'
import { whoIsNamed } from './who-is-named.ts'

/** Reads columns of persons. */
export class RowPersons {
  readonly #reading: SheetReading
  readonly #cells: RowCells
  readonly #facts: RowFacts
  readonly #words: CellWords
  readonly #oneAfterAnother: OneAfterAnother
  /** Facts that are ends of periods, of columns that are there and not read: what is in them may be an end. */
  readonly #unreadEnds: ReadonlySet<string | undefined>
  /** The records whose rows a cell with a person is merged over, by its address. */
  readonly #sharing = new Map<string, DraftRecord[]>()

  constructor(
    reading: SheetReading,
    cells: RowCells,
    facts: RowFacts,
    words: CellWords,
    unreadEnds: ReadonlySet<string | undefined>,
  ) {
    this.#reading = reading
    this.#cells = cells
    this.#facts = facts
    this.#words = words
    this.#unreadEnds = unreadEnds
    this.#oneAfterAnother = new OneAfterAnother(reading)
  }

  /** Of who is named the id is set, and what is so where somebody is named. */
  read(column: ReadColumn, cell: Cell, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    const { mapped } = column
    const said = this.#cells.match(mapped, cell.text)
    if (said && !said.filling.has('') && isOfFacts(said.meaning)) {
      this.#words.setWords(column, cell, records, place)
      return
    }
    const who = whoIsNamed(column, cell.text, this.#reading, this.#cells)
    if (who === 'nobody') draft.note('nobody', place)
    else if ('fault' in who) {
      draft.note(who.fault, place)
      this.leaveListsOpen(column, records)
    } else {
      this.#words.setWords(column, cell, records, place)
      this.#setOfSomebody(column, records, place)
      if (mapped.person !== undefined) this.#setPerson(mapped.person, who.name, column, records, place)
    }
  }

  /** What is so where somebody is named, unless a cell of the row says more of it, or has words that leave it open. */
  #setOfSomebody(column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { sets = {}, unless = [] } = column.mapped
    const isOpen = (name: string) => !records.settled.has(name) && !this.#unreadEnds.has(name)
    const open = Object.entries(sets).filter(([name]) => isOpen(name))
    const cell = [...records.row.cells.values()].find((one) => speaksOf(unless, this.#cells.textOf(one)))
    if (cell && open.length > 0)
      this.#reading.draft.note(
        'left-open',
        this.#reading.place(records.row.number, { ...column.at, column: cell.column }),
      )
    else
      for (const [name, value] of open) {
        const record = this.#facts.set(name, value, column, records, place)
        if (record && value === null && record !== records.own) this.#oneAfterAnother.add(record, name, place)
      }
    for (const name of Object.keys(sets)) this.#tellPresent(name, column, records, place)
  }

  /** Who is named says neither who was before nor who came after: a list of such records is not whole. */
  #tellPresent(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    const part = ledgerPart(draft.plan.scopes, name)
    const record = part?.kind === 'fact' ? this.#facts.target(name, column, records, place) : undefined
    if (part?.kind === 'fact' && record && record !== records.own) record.parent?.setIncomplete(record.scope)
  }

  /** Where a name cannot be read, other cells of the row make the record: the list is no more whole for that. */
  leaveListsOpen({ mapped: { sets = {} } }: ReadColumn, { own }: RowRecords): void {
    for (const name of Object.keys(sets)) {
      const scope = ledgerPart(this.#reading.draft.plan.scopes, name)?.scope
      if (scope?.parent === own.scope && !scope.keyed) own.setIncomplete(scope)
    }
  }

  #setPerson(name: string, person: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    const target = this.#facts.target(name, column, records, place)
    if (!target) return
    if (!isMaskedName(person) && this.#isLikeAnother(person, name, target, records, place)) return
    const id = isMaskedName(person)
      ? idOfMasked(person, name, [records.own, target], records, draft.names.persons)
      : this.#idOfNamed(person, name, target, column, records)
    if (id === undefined) {
      draft.masked.add(name, place)
      return
    }
    this.#facts.tellShared(name, column, records, place)
    draft.set(target, name, id, place, undefined, place)
  }

  /** Whether somebody else of the record may be the same by a slip, and no cell of the row says that they are two. */
  #isLikeAnother(
    name: string,
    office: string,
    target: DraftRecord,
    { own, said }: RowRecords,
    place: FilePlace,
  ): boolean {
    const { draft } = this.#reading
    const holds = [...new Set([own, target])]
    const areTwo = said.some(({ ids, isOne }) => !isOne && ids.includes(office))
    const other = areTwo ? undefined : draft.inOffice.alike({ name, office }, holds)
    if (other) draft.note('person-alike', place, { other: other.place })
    else draft.inOffice.add({ name, office, place }, holds)
    return other !== undefined
  }

  #idOfNamed(person: string, name: string, target: DraftRecord, column: ReadColumn, records: RowRecords): string {
    const others = this.#alsoOf(name, column, records)
    others.push(records.own, target)
    return this.#reading.draft.names.persons.idIn(others, person)
  }

  /** The records above of which a person in the same merged cell is. */
  #alsoOf(name: string, column: ReadColumn, records: RowRecords): DraftRecord[] {
    const first = this.#facts.cellOfSeveral(name, column, records)
    const known = first === undefined ? [] : (this.#sharing.get(first) ?? [])
    if (first !== undefined) this.#sharing.set(first, known)
    return known
  }
}

/** Whether what words mean are facts, and some. */
function isOfFacts(meaning: unknown): boolean {
  return typeof meaning === 'object' && meaning !== null && Object.keys(meaning).length > 0
}
