import { ledgerPart, type ImportColumn, type ImportYears } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import type { FactRecords } from './fact-records.ts'
import { findRecord } from '../ledger/find-record.ts'
import { idOfMasked } from './id-of-masked.ts'
import { isMaskedName } from '../../person/masked-name.ts'
import { isOfAmounts } from '../ledger/form-head.ts'
import { setIdOf, setReferring } from '../ledger/names-to-come.ts'
import { isBlankFor, readCell } from '../../values/read-cell.ts'
import { readDate } from '../../values/read-date.ts'
import { readPeriod } from '../../values/read-period.ts'
import type { RowCells, RowRecords } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { besideEnd } from './beside-end.ts'
import { looksNamed, NO_REFERENCE } from './looks-named.ts'
import { areSeveralNames, areSeveralRecords } from '../names/several-names.ts'
import type { Filling } from '../../values/text-form.ts'
import { whatToWrite } from './what-to-write.ts'
import { wayDown } from '../record/way-down.ts'
import { whoIsNamed } from './who-is-named.ts'
import { speaksOf } from '../table/table-rows.ts'
import { keyOf } from '../../values/words.ts'

/** Sets what the cells of a row say, each of the record that has it. */
export class RowValues {
  readonly #reading: SheetReading
  readonly #scope: Scope
  readonly #cells: RowCells
  readonly #records: FactRecords
  /** The facts that are the ends of periods. */
  readonly #ends: ReadonlySet<string | undefined>
  /** Those of columns that are there and not read: what is in them may be an end. */
  readonly #unreadEnds: ReadonlySet<string | undefined>
  /** The records whose rows a cell with a person is merged over, by its address. */
  readonly #sharing = new Map<string, DraftRecord[]>()

  constructor(reading: SheetReading, scope: Scope, cells: RowCells, records: FactRecords) {
    this.#reading = reading
    this.#scope = scope
    this.#cells = cells
    this.#records = records
    this.#ends = new Set((reading.found.table.columns ?? []).flatMap(({ until }) => until ?? []))
    const read = new Set(reading.columns.map(({ at }) => at))
    const unread = [...reading.found.matches].flatMap(([at, mapped]) => (read.has(at) ? [] : mapped))
    this.#unreadEnds = new Set(unread.flatMap((one) => (this.isEnd(one) ? [one.fact] : [])))
  }

  /** Whether a column has the end of a period alone. */
  isEnd({ fact }: ImportColumn): boolean {
    return this.#ends.has(fact)
  }

  /** A column whose cells name a record to which the row’s refers. */
  readReference(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { row } = records
    const part = ledgerPart(draft.plan.scopes, column.mapped.record!)!
    const to = part.kind === 'fact' ? part.fact.to! : part.scope
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#cells.cell(column, row)
    if (!cell) return
    if (to === this.#scope || wayDown(to, this.#scope) !== undefined) {
      if (to === this.#scope && cell.kind !== 'error') this.setWords(column, cell, records, place)
      return
    }
    if (this.#reading.cells.refuseUnreadable(cell, place)) return
    const match = this.#cells.match(column.mapped, cell.text)
    if (draft.words.none.has(keyOf(cell.text)) || match?.meaning === null) return
    if (areSeveralRecords(draft.names, to, cell.text)) {
      draft.note('several-organizations', place)
      return
    }
    if (!looksNamed(column.mapped, cell.text)) {
      draft.note('not-a-name', place, { text: NO_REFERENCE })
      return
    }
    const below = draft.unnamed(to.parent!)
    const record = findRecord(draft, to, match?.filling.get('') ?? cell.text, below, place)
    if (!record) return
    records.named.set(to, record)
    const referring = part.kind === 'fact' && this.#records.target(part.fact.name, column, records, place)
    if (referring) draft.set(referring, part.fact.name, record.valueOf(to.id!.path), place, undefined, place)
    this.setWords(column, cell, records, place)
    this.#setAll(column.mapped.sets, column, records, place)
  }

  /** Sets what the words of a column say of a cell. */
  setWords(column: ReadColumn, cell: Cell, records: RowRecords, place: FilePlace): void {
    const match = this.#cells.match(column.mapped, cell.text)
    if (!match) return
    this.#setFilling(match.filling, column, records, place)
    if (typeof match.meaning === 'object') this.#setAll(match.meaning ?? {}, column, records, place)
  }

  /** A column that gives facts of the row’s records, or is for a person to read. */
  readColumn(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { at, mapped } = column
    const place = this.#reading.place(records.row.number, at)
    const cell = this.#cells.cell(column, records.row)
    // “The same” says nothing where nothing stands above it.
    if (!cell && !this.#reading.cells.isBlank(records.row.cells.get(at.column))) draft.note('not-understood', place)
    if (!cell || this.#reading.cells.refuseUnreadable(cell, place)) return
    if (mapped.person !== undefined || mapped.somebody !== undefined) {
      this.#readPerson(column, cell, records, place)
      return
    }
    if (mapped.fact !== undefined && this.isEnd(mapped)) records.settled.add(mapped.fact)
    const match = this.#cells.match(mapped, cell.text)
    if (mapped.remark && !match) {
      if (!draft.words.none.has(keyOf(cell.text))) draft.note('remark', place)
      return
    }
    const isOfNone = draft.words.none.has(keyOf(cell.text)) || this.#isOrganizationOfSeveral(column, records)
    this.#setAll(isOfNone ? undefined : mapped.sets, column, records, place)
    if (match) {
      const { filling, meaning } = match
      this.#setFilling(filling, column, records, place)
      if (typeof meaning === 'object' && meaning !== null) this.#setAll(meaning, column, records, place)
      else if (mapped.fact !== undefined) this.#set(mapped.fact, meaning, column, records, place)
      const inner = filling.get('')
      if (inner === undefined) return
      this.#readByItself(column, { kind: 'text', value: inner, text: inner }, records, place)
    } else this.#readByItself(column, cell, records, place)
  }

  /** What a column reads without its words. */
  #readByItself(
    column: ReadColumn,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { mapped } = column
    if (this.#reading.yearColumns.some((one) => one.mapped === mapped)) return
    if (mapped.organization !== undefined) this.#setOrganization(mapped.organization, cell.text, column, records, place)
    else if (mapped.referredBy !== undefined)
      setReferring(this.#reading.draft, mapped.referredBy, cell.text, records.own, place)
    else if (mapped.fact !== undefined) {
      const own = this.isEnd(mapped) ? endOf(cell) : cell
      const read = mapped.until === undefined ? own : this.#setEnd(mapped.until, own, column, records, place)
      this.#setFact(mapped.fact, read, column, records, place)
    } else if (!mapped.remark && !mapped.sets && !this.#isPlainNo(cell.text))
      this.#reading.draft.note('not-understood', place)
  }

  /** Sets the end of a period, if the cell has one; returns the cell with its beginning alone. */
  #setEnd(
    name: string,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): Pick<Cell, 'kind' | 'text' | 'value'> {
    if (cell.kind !== 'text') return cell
    const period = readPeriod(cell.text)
    // What is not understood may say that it has ended.
    if (period?.to !== undefined || !period) records.settled.add(name)
    if (period?.to !== undefined) this.#set(name, period.to, column, records, place)
    return period && !readDate(cell) ? { ...cell, text: period.from } : cell
  }

  /** Columns to be ticked may say no in the usual words without more being meant. */
  #isPlainNo(text: string): boolean {
    const { no, none } = this.#reading.draft.words
    return no.has(keyOf(text)) || none.has(keyOf(text))
  }

  #setFilling(filling: Filling, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    for (const [name, text] of filling)
      if (name !== '') {
        records.settled.add(name)
        this.#setFact(name, { kind: 'text', value: text, text }, column, records, place)
      }
  }

  #setFact(
    name: string,
    cell: Pick<Cell, 'kind' | 'text' | 'value'>,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { draft } = this.#reading
    const part = ledgerPart(draft.plan.scopes, name)
    const fact = part?.kind === 'attestation' ? part.value : part?.kind === 'fact' ? part.fact : undefined
    if (!fact) return
    const isNumber = fact.type === 'integer' || fact.type === 'money'
    const first = isNumber ? this.#cellOfSeveral(name, column, records) : undefined
    if (first !== undefined) {
      draft.note('number-of-several', { ...place, cell: first })
      return
    }
    const own = records.row.cells.get(column.at.column)
    if (isNumber && own && draft.words.same.has(keyOf(own.text))) {
      draft.note('same-number', place)
      return
    }
    if (isBlankFor(fact, cell, draft.words)) return
    const read = readCell(fact, cell, draft.words, this.#unitOf(column))
    if ('fault' in read)
      draft.note(read.fault, place, {
        proposal: read.proposal,
        ...(read.fault === 'not-understood' && whatToWrite(fact)),
      })
    else {
      if (this.#records.isForOtherYear(name, read.value, column, records)) {
        draft.note('year-not-that-of-date', place)
        return
      }
      if (read.isSerial) draft.note('serial-date', place, { proposal: String(read.value) })
      const { plusYears, fact: begun } = column.mapped
      if (plusYears !== undefined && name === begun && typeof read.value === 'string') {
        this.#setEndOfYears(name, { end: read.value, years: plusYears }, column, records, place)
        return
      }
      if (this.#isStillToCome(name, read.value, column)) {
        draft.note('still-to-come', place)
        records.settled.add(column.mapped.until!)
      }
      const { without } = column.mapped
      if (without && name === begun && typeof read.value === 'number') {
        const record = this.#records.target(name, column, records, place)
        const text = records.row.cells.get(column.at.column)?.text ?? ''
        if (record)
          records.counts.push({ record, fact: name, value: read.value, without, column, text, place, row: records.row })
        return
      }
      const record = this.#set(name, read.value, column, records, place)
      if (fact.type === 'money' && typeof read.value === 'number' && record)
        draft.amounts.add({ fact: name, record, value: read.value, times: this.#timesOf(column, cell.text), place })
    }
  }

  /** Whether a date is the beginning of a period that has not begun on the day of the form. */
  #isStillToCome(name: string, value: unknown, { mapped }: ReadColumn): boolean {
    const { day } = this.#reading
    const isBeginning = mapped.until !== undefined && mapped.fact === name && typeof value === 'string'
    return isBeginning && day !== undefined && value > day && !value.startsWith(day) && !day.startsWith(value)
  }

  /** The end of so many years that began with the fact. */
  #setEndOfYears(
    fact: string,
    { end, years }: { end: string; years: ImportYears },
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    const { draft, head } = this.#reading
    const record = this.#records.target(fact, column, records, place)
    if (!record) return
    this.#tellShared(fact, column, records, place)
    const beside = besideEnd(column, records.row, this.#reading)
    draft.ends.add({ record, fact, end, years, beside, head, place })
  }

  /** The unit of the column of an amount that names none itself. */
  #timesOf(column: ReadColumn, text: string): number | undefined {
    return /\d$/.test(keyOf(text)) ? this.#reading.draft.words.units[this.#unitOf(column) ?? ''] : undefined
  }

  /** The cell of a fact that is merged over the rows of several records, and would be of each. */
  #cellOfSeveral(name: string, { at }: ReadColumn, { row }: RowRecords): string | undefined {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)!
    const naming = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.name)
    const isOwn = wayDown(this.#scope, part.scope) !== undefined
    return isOwn ? this.#reading.merged.firstOfSeveral(row.cells.get(at.column), naming?.at) : undefined
  }

  /** The unit that its headings name, or else the form, or else the mapping. */
  #unitOf({ at, mapped }: ReadColumn): string | undefined {
    const { draft, head } = this.#reading
    const { units } = draft.words
    const inBrackets = at.headings
      .flatMap((heading) => /[（(](?:[^（）()]*[:：])?\s*([^（）():：]+)[）)]/.exec(heading)?.[1] ?? [])
      .reverse()
    const named = inBrackets.find((unit) => Object.hasOwn(units, unit))
    if (named !== undefined) return named
    // Where a unit is named that is not known, no other is taken for it.
    if (head.hasOtherUnit || inBrackets.some((words) => isOfAmounts(words, units))) return undefined
    return head.unit ?? mapped.unit
  }

  /** Whether an organization is named for several records, so that it is not known whose it is. */
  #isOrganizationOfSeveral(column: ReadColumn, records: RowRecords): boolean {
    const { organization } = column.mapped
    return organization !== undefined && this.#cellOfSeveral(organization, column, records) !== undefined
  }

  /** A column of persons: of who is named the id is set, and what is so where somebody is named. */
  #readPerson(column: ReadColumn, cell: Cell, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    const { mapped } = column
    const said = this.#cells.match(mapped, cell.text)
    if (said && !said.filling.has('') && isOfFacts(said.meaning)) {
      this.setWords(column, cell, records, place)
      return
    }
    const who = whoIsNamed(column, cell.text, this.#reading, this.#cells)
    if (who === 'nobody') draft.note('nobody', place)
    else if ('fault' in who) draft.note(who.fault, place)
    else {
      this.setWords(column, cell, records, place)
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
    else this.#setAll(Object.fromEntries(open), column, records, place)
  }

  #setPerson(name: string, person: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    const target = this.#records.target(name, column, records, place)
    if (!target) return
    if (!isMaskedName(person) && this.#isLikeAnother(person, name, target, records, place)) return
    const id = isMaskedName(person)
      ? idOfMasked(person, name, [records.own, target], records, draft.names)
      : this.#idOfNamed(person, name, target, column, records)
    if (id === undefined) {
      draft.masked.add(name, place)
      return
    }
    this.#tellShared(name, column, records, place)
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
    return this.#reading.draft.names.person(person, others)
  }

  /** The records above of which a person in the same merged cell is. */
  #alsoOf(name: string, column: ReadColumn, records: RowRecords): DraftRecord[] {
    const first = this.#cellOfSeveral(name, column, records)
    const known = first === undefined ? [] : (this.#sharing.get(first) ?? [])
    if (first !== undefined) this.#sharing.set(first, known)
    return known
  }

  #setOrganization(name: string, text: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    if (draft.words.none.has(keyOf(text))) return
    const part = ledgerPart(draft.plan.scopes, name)
    const of = part?.kind === 'fact' ? part.fact.of : undefined
    if (of ? areSeveralRecords(draft.names, of, text) : areSeveralNames(text)) {
      draft.note('several-organizations', place)
      return
    }
    const target = this.#records.target(name, column, records, place)
    if (!target) return
    if (of) {
      this.#tellShared(name, column, records, place)
      setIdOf(draft, of, text, { record: target, name }, place)
      return
    }
    const first = this.#cellOfSeveral(name, column, records)
    if (first !== undefined) {
      draft.note('organization-of-several', { ...place, cell: first })
      return
    }
    const kind = name.split('.').at(-2)!
    const [known] = draft.names.organizationsOf(target, text)
    draft.set(target, name, known ?? draft.names.organization(target, text, kind), place, undefined, place)
  }

  #setAll(
    facts: Readonly<Record<string, unknown>> | undefined,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): void {
    for (const [name, value] of Object.entries(facts ?? {})) this.#set(name, value, column, records, place)
  }

  /** Sets a fact of the record that has it, which is returned. */
  #set(
    name: string,
    value: unknown,
    column: ReadColumn,
    records: RowRecords,
    place: FilePlace,
  ): DraftRecord | undefined {
    const target = this.#records.target(name, column, records, place)
    if (!target) return undefined
    this.#tellShared(name, column, records, place)
    this.#reading.draft.set(target, name, value, place, this.#reading.head, place)
    return target
  }

  /** What a cell says that is merged over the rows of several records, it says of each of them. */
  #tellShared(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const first = this.#cellOfSeveral(name, column, records)
    if (first !== undefined) this.#reading.draft.note('same-for-several', { ...place, cell: first })
  }
}

/** Whether what words mean are facts, and some. */
function isOfFacts(meaning: unknown): boolean {
  return typeof meaning === 'object' && meaning !== null && Object.keys(meaning).length > 0
}

/** The cell with the end alone of the period that it has. */
function endOf(cell: Pick<Cell, 'kind' | 'text' | 'value'>): Pick<Cell, 'kind' | 'text' | 'value'> {
  const to = cell.kind === 'text' && !readDate(cell) ? readPeriod(cell.text)?.to : undefined
  return typeof to === 'string' ? { ...cell, text: to } : cell
}
