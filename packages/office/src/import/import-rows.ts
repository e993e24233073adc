import { ledgerPart, type ImportColumn, type ImportCondition } from '@tiaoli/engine/plan'
import type { FilePlace } from '../office-error.ts'
import type { Cell } from '../workbook.ts'
import { DraftRecord, type Scope } from './draft-record.ts'
import { findRecord } from './find-record.ts'
import { isOfAmounts } from './form-head.ts'
import { meetsCondition } from './meets-condition.ts'
import { readCell } from './read-cell.ts'
import { relativeYear } from './heading-year.ts'
import { dateIn } from './read-date.ts'
import type { ReadColumn, SheetReading, TableRow } from './sheet-reading.ts'
import type { SheetColumn } from './table-head.ts'
import type { Section } from './table-rows.ts'
import { TextForms, type Filling } from './text-form.ts'
import { keyOf } from './words.ts'

/** A row while it is read: its record, and those that it names or makes. */
interface RowRecords {
  readonly row: TableRow
  readonly own: DraftRecord
  /** By scope. */
  readonly named: Map<Scope, DraftRecord>
  readonly made: Map<string, DraftRecord>
}

type Meaning = NonNullable<ImportColumn['words']>[string]

/** Reads the rows of a table, each as a record of its scope. */
export function importRows(reading: SheetReading): void {
  const { draft, found } = reading
  const unread = reading.unreadNames(found.table.row!)
  if (unread) {
    draft.note('names-not-read', { file: reading.file, sheet: reading.sheet.name, cell: unread.address })
    return
  }
  const rows = new RowImport(reading)
  for (const row of reading.rows()) {
    if (row.section) {
      rows.begin(row.section)
      continue
    }
    rows.read(row)
    rows.remember(row)
  }
}

class RowImport {
  readonly #reading: SheetReading
  readonly #scope: Scope
  /** Whether other tables have named records of the same scope. */
  readonly #isElsewhere: boolean
  readonly #forms = new Map<ImportColumn, TextForms<Meaning>>()
  /** The last cell of a column that says something: for cells that are filled down or say “the same”. */
  readonly #above = new Map<number, Cell>()
  /** The records whose rows a cell with a person is merged over, by its address. */
  readonly #sharing = new Map<string, DraftRecord[]>()
  /** The last row that named what is around the rows below it. */
  readonly #sections = new Map<Scope, Section>()

  constructor(reading: SheetReading) {
    this.#reading = reading
    this.#scope = reading.draft.plan.scopes.get(reading.found.table.row!)!
    this.#isElsewhere = reading.draft.names.has(this.#scope)
    for (const { mapped } of reading.columns) this.#forms.set(mapped, new TextForms(mapped.words ?? {}))
  }

  /** Says what the rows below belong to, or that it is not known. */
  begin(section: Section): void {
    for (let scope = this.#scope.parent; scope?.parent; scope = scope.parent) {
      const column = this.#reading.columns.find(({ mapped }) => mapped.record === scope?.name)
      if (column) this.#above.delete(column.at.column)
      this.#sections.set(scope, section)
      if (scope === section.of?.scope) return
    }
  }

  read(row: TableRow): void {
    const around = this.#around(row)
    if (around === undefined) return
    const own = this.#own(row, around)
    if (!own) return
    const records: RowRecords = { row, own, named: new Map(), made: new Map() }
    const columns = this.#readIn(row)
    // What a cell refers to has to be known before anything is said of it.
    const isReference = ({ mapped }: ReadColumn) => mapped.record !== undefined
    for (const column of columns.filter(isReference)) this.#readReference(column, records)
    for (const column of columns.filter((other) => !isReference(other))) this.#readColumn(column, records)
    this.#setOfTable(records)
  }

  /** The record around that of the row, by the columns that name it, if they do; undefined where a name is not found. */
  #around(row: TableRow): { record: DraftRecord; isNamed: boolean } | undefined {
    const { draft, columns } = this.#reading
    const way: Scope[] = []
    for (let scope = this.#scope.parent; scope; scope = scope.parent) way.unshift(scope)
    let record = draft.root
    let isNamed = true
    for (const scope of way.slice(1)) {
      if (scope.keyed) {
        const [first] = columns
        if (!isNamed && first) draft.note('row-without-name', this.#reading.place(row.number, first.at))
        const year = isNamed ? this.#yearOfRow(row) : undefined
        if (year === undefined) return undefined
        record = record.add(scope, year)
        continue
      }
      const { column, cell, place } = this.#naming(scope, row)
      const isNone = cell && draft.words.none.has(keyOf(cell.text))
      if (!column || !cell || !place || isNone || this.#reading.isUnreadable(cell, place)) {
        isNamed = false
        continue
      }
      if (!this.#reading.mayBeName(cell, place)) return undefined
      const match = this.#forms.get(column.mapped)?.match(cell.text)
      if (match?.meaning === null) {
        draft.note('row-not-read', place)
        return undefined
      }
      const name = match?.filling.get('') ?? cell.text
      const found = findRecord(draft, scope, name, isNamed ? record : undefined, place, 'row-of-unknown')
      if (!found) return undefined
      record = found
      isNamed = true
      this.#setWords(column, cell, { row, own: record, named: new Map(), made: new Map() }, place)
    }
    return { record: isNamed ? record : draft.root, isNamed }
  }

  /** The cell that names what is around a row: in its column, or in a row above by itself. */
  #naming(scope: Scope, row: TableRow): { column?: ReadColumn; cell?: Cell | undefined; place?: FilePlace } {
    const { draft, columns, file } = this.#reading
    const column = columns.find(({ mapped }) => mapped.record === scope.name)
    const cell = column && this.#cell(column, row)
    const section = this.#sections.get(scope)
    if (cell || !section) return column ? { column, cell, place: this.#reading.place(row.number, column.at) } : {}
    const place = { file, sheet: section.cell.place.sheet, cell: section.cell.place.address }
    if (section.of?.scope !== scope) {
      draft.note('section-not-known', place)
      return {}
    }
    const { mapped, name } = section.of
    if (!this.#forms.has(mapped)) this.#forms.set(mapped, new TextForms(mapped.words ?? {}))
    const at = { column: section.cell.column, headings: [], address: place.cell }
    return { column: column ?? { at, mapped }, cell: { ...section.cell, kind: 'text', value: name, text: name }, place }
  }

  /** The record of the row: found by its name, or made. */
  #own(row: TableRow, { record: named, isNamed }: { record: DraftRecord; isNamed: boolean }): DraftRecord | undefined {
    const { draft, columns } = this.#reading
    const { parent } = this.#scope
    if (!parent) return draft.root
    const around = () => (isNamed ? named : draft.unnamed(parent))
    const column = columns.find(({ mapped }) => mapped.record === this.#scope.name)
    if (this.#scope.keyed) {
      if (this.#isEmpty(row) || !this.#isOfNamed(row, isNamed)) return undefined
      const year = this.#yearOfRow(row)
      return year === undefined ? undefined : around().add(this.#scope, year)
    }
    if (!column) return this.#isEmpty(row) ? undefined : this.#ownOfNamed(row, isNamed, around)
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#cell(column, row)
    if (!this.#reading.isName(cell, place)) return undefined
    const match = this.#forms.get(column.mapped)?.match(cell.text)
    if (match?.meaning === null) {
      draft.note('row-not-read', place)
      return undefined
    }
    const name = match?.filling.get('') ?? cell.text
    // Of a record whose surroundings the table does not name, another table may have told them.
    if (this.#isElsewhere && !isNamed) return findRecord(draft, this.#scope, name, undefined, place)
    const [found] = draft.names.find(this.#scope, name, around())
    const record = found ?? around().add(this.#scope)
    if (!found) draft.names.name(record, name)
    return record
  }

  /** A record that has no name of its own belongs to one that has, where a column names it. */
  #ownOfNamed(row: TableRow, isNamed: boolean, around: () => DraftRecord): DraftRecord | undefined {
    return this.#isOfNamed(row, isNamed) ? this.#add(around()) : undefined
  }

  /** Whether what a row belongs to is named, or no column has its name. */
  #isOfNamed(row: TableRow, isNamed: boolean): boolean {
    const column = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.parent?.name)
    if (!column || isNamed) return true
    return this.#reading.isName(this.#cell(column, row), this.#reading.place(row.number, column.at))
  }

  #add(around: DraftRecord): DraftRecord {
    const record = around.add(this.#scope)
    const { id } = this.#scope
    if (id) record.set(id.path, this.#reading.draft.names.mint(this.#scope.name), undefined)
    return record
  }

  #isEmpty(row: TableRow): boolean {
    const isAbout = ({ mapped }: ReadColumn) => mapped.record === undefined && !mapped.remark
    return this.#reading.columns.filter(isAbout).every(({ at }) => this.#reading.isBlank(row.cells.get(at.column)))
  }

  /** The cell of a column, or the one above where it is filled down or says so. */
  #cell({ at, mapped }: ReadColumn, row: TableRow): Cell | undefined {
    const cell = row.cells.get(at.column)
    const isBlank = this.#reading.isBlank(cell)
    const isSame = cell !== undefined && this.#reading.draft.words.same.has(keyOf(cell.text))
    if ((isBlank && mapped.fill) || isSame) return this.#above.get(at.column)
    return isBlank ? undefined : cell
  }

  /** Keeps what stands in a row, read or not, for what says the same below. */
  remember(row: TableRow): void {
    for (const { at } of [...this.#reading.columns, ...this.#reading.asides]) {
      const cell = row.cells.get(at.column)
      if (cell && !this.#reading.isBlank(cell) && !this.#reading.draft.words.same.has(keyOf(cell.text)))
        this.#above.set(at.column, cell)
    }
  }

  /** The columns that are read in a row. What stands in the others, and is not read for that, is noted. */
  #readIn(row: TableRow): ReadColumn[] {
    const { draft, columns } = this.#reading
    const read: ReadColumn[] = []
    const passed = new Map<SheetColumn, boolean | undefined>()
    for (const column of columns) {
      const met = column.mapped.when ? this.#meets(column.mapped.when, row) : true
      if (met) read.push(column)
      else if (passed.get(column.at) !== undefined || !passed.has(column.at)) passed.set(column.at, met)
    }
    for (const [at, met] of passed) {
      const cell = row.cells.get(at.column)
      if (this.#reading.isBlank(cell) || !cell || read.some((column) => column.at === at)) continue
      const place = this.#reading.place(row.number, at)
      if (this.#reading.isUnreadable(cell, place) || draft.words.none.has(keyOf(cell.text))) continue
      draft.note(met === undefined ? 'waits-for-other' : 'not-about-row', place)
    }
    return read
  }

  #meets(condition: ImportCondition, row: TableRow): boolean | undefined {
    const column = this.#reading.columnCalled(condition.column)
    return column && meetsCondition(condition, row.cells.get(column.at.column), this.#reading)
  }

  /** A column whose cells name a record to which the row’s refers. */
  #readReference(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { row, own } = records
    const part = ledgerPart(draft.plan.scopes, column.mapped.record!)!
    const to = part.kind === 'fact' ? part.fact.to! : part.scope
    const place = this.#reading.place(row.number, column.at)
    const cell = this.#cell(column, row)
    if (!cell) return
    if (to === this.#scope || isAround(to, this.#scope)) {
      if (to === this.#scope && cell.kind !== 'error') this.#setWords(column, cell, records, place)
      return
    }
    if (this.#reading.isUnreadable(cell, place)) return
    const match = this.#forms.get(column.mapped)?.match(cell.text)
    if (draft.words.none.has(keyOf(cell.text)) || match?.meaning === null) return
    const below = draft.unnamed(to.parent!)
    const record = findRecord(draft, to, match?.filling.get('') ?? cell.text, below, place)
    if (!record) return
    records.named.set(to, record)
    if (part.kind === 'fact') draft.set(own, part.fact.name, record.valueOf(to.id!.path), place, undefined, place)
    this.#setWords(column, cell, records, place)
    this.#setAll(column.mapped.sets, column, records, place)
  }

  #setWords(column: ReadColumn, cell: Cell, records: RowRecords, place: FilePlace): void {
    const match = this.#forms.get(column.mapped)?.match(cell.text)
    if (!match) return
    this.#setFilling(match.filling, column, records, place)
    if (typeof match.meaning === 'object') this.#setAll(match.meaning ?? {}, column, records, place)
  }

  #readColumn(column: ReadColumn, records: RowRecords): void {
    const { draft } = this.#reading
    const { at, mapped } = column
    const place = this.#reading.place(records.row.number, at)
    const cell = this.#cell(column, records.row)
    if (!cell || this.#reading.isUnreadable(cell, place)) return
    const match = this.#forms.get(mapped)?.match(cell.text)
    if (mapped.remark && !match) {
      if (!draft.words.none.has(keyOf(cell.text))) draft.note('remark', place)
      return
    }
    this.#setAll(draft.words.none.has(keyOf(cell.text)) ? undefined : mapped.sets, column, records, place)
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
    if (mapped.person !== undefined) this.#setPerson(mapped.person, cell.text, column, records, place)
    else if (mapped.organization !== undefined)
      this.#setOrganization(mapped.organization, cell.text, column, records, place)
    else if (mapped.fact !== undefined) this.#setFact(mapped.fact, cell, column, records, place)
    else if (!mapped.remark && !mapped.sets && !this.#isPlainNo(cell.text))
      this.#reading.draft.note('not-understood', place)
  }

  /** Columns to be ticked may say no in the usual words without more being meant. */
  #isPlainNo(text: string): boolean {
    const { no, none } = this.#reading.draft.words
    return no.has(keyOf(text)) || none.has(keyOf(text))
  }

  #setFilling(filling: Filling, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    for (const [name, text] of filling)
      if (name !== '') this.#setFact(name, { kind: 'text', value: text, text }, column, records, place)
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
    const read = readCell(fact, cell, draft.words, this.#unitOf(column))
    if ('fault' in read) draft.note(read.fault, place, { proposal: read.proposal })
    else {
      if (read.isSerial) draft.note('serial-date', place, { proposal: String(read.value) })
      const times = draft.words.units[this.#unitOf(column) ?? '']
      if (
        fact.type === 'money' &&
        typeof read.value === 'number' &&
        times !== undefined &&
        /\d$/.test(keyOf(cell.text))
      )
        draft.amounts.add(name, { value: read.value, times, place })
      this.#set(name, read.value, column, records, place)
    }
  }

  /** The cell of a fact that is merged over the rows of several records, and would be of each. */
  #cellOfSeveral(name: string, { at }: ReadColumn, { row }: RowRecords): string | undefined {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)!
    const naming = this.#reading.columns.find(({ mapped }) => mapped.record === this.#scope.name)
    const isOwn = wayDown(this.#scope, part.scope) !== undefined
    return isOwn ? this.#reading.firstOfSeveral(row.cells.get(at.column), naming?.at) : undefined
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

  #setPerson(name: string, text: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const { draft } = this.#reading
    if (draft.words.none.has(keyOf(text))) return
    if (SEVERAL.test(text.trim())) {
      draft.note('several-persons', place)
      return
    }
    if (NOBODY.test(keyOf(text))) {
      draft.note('no-person', place)
      return
    }
    const target = this.#target(name, column, records, place)
    if (!target) return
    this.#tellShared(name, column, records, place)
    const others = this.#alsoOf(name, column, records)
    draft.set(target, name, draft.names.person(text, [...others, records.own, target]), place, undefined, place)
    others.push(records.own, target)
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
    const target = this.#target(name, column, records, place)
    if (!target) return
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

  #set(name: string, value: unknown, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const target = this.#target(name, column, records, place)
    if (!target) return
    this.#tellShared(name, column, records, place)
    this.#reading.draft.set(target, name, value, place, this.#reading.head, place)
  }

  /** What a cell says that is merged over the rows of several records, it says of each of them. */
  #tellShared(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): void {
    const first = this.#cellOfSeveral(name, column, records)
    if (first !== undefined) this.#reading.draft.note('same-for-several', { ...place, cell: first })
  }

  /** What being in the table says of a record, unless a cell of the row has certain words. */
  #setOfTable({ row, own, ...records }: RowRecords): void {
    const { draft, found, columns } = this.#reading
    const first = columns[0]
    if (!first) return
    const noted = this.#reading.place(row.number, first.at)
    for (const { facts, unless = [] } of found.table.sets ?? []) {
      const cell = [...row.cells.values()].find((one) => {
        const isSame = draft.words.same.has(keyOf(one.text))
        const key = keyOf((isSame ? this.#above.get(one.column) : one)?.text ?? '')
        return unless.some((word) => key.includes(keyOf(word)))
      })
      for (const [name, value] of Object.entries(facts)) {
        const part = ledgerPart(draft.plan.scopes, name)!
        const target = this.#target(name, first, { row, own, ...records }, noted)
        if (!target || (part.kind !== 'records' && target.has(part.path))) continue
        if (cell) draft.note('left-open', { ...noted, cell: cell.place.address })
        else draft.set(target, name, value, undefined, this.#reading.head, noted)
      }
    }
  }

  /** The record that has a fact, as seen from the row; made where it is below. A list has none of its own. */
  #target(name: string, column: ReadColumn, records: RowRecords, place: FilePlace): DraftRecord | undefined {
    const part = ledgerPart(this.#reading.draft.plan.scopes, name)!
    const scope = part.kind === 'records' ? part.scope.parent! : part.scope
    for (let record: DraftRecord | undefined = records.own; record; record = record.parent)
      if (record.scope === scope) return record
    for (const start of [records.own, ...records.named.values()]) {
      const way = wayDown(start.scope, scope)
      if (way) return this.#below(start, way, column, records, place)
    }
    this.#reading.draft.note('waits-for-other', place)
    return undefined
  }

  #below(
    start: DraftRecord,
    way: readonly Scope[],
    column: ReadColumn,
    { row, made }: RowRecords,
    place: FilePlace,
  ): DraftRecord | undefined {
    let record = start
    for (const scope of way) {
      const year = scope.keyed ? this.#yearOf(column, row) : undefined
      if (scope.keyed && year === undefined) {
        this.#reading.draft.note(this.#isOfTwoYears(column) ? 'year-unclear' : 'year-not-known', place)
        return undefined
      }
      const key = `${record.scope.name} ${scope.name} ${String(year)}`
      const known = made.get(key) ?? record.add(scope, year)
      made.set(key, known)
      record = known
    }
    return record
  }

  #yearOf({ at: { headings }, mapped }: ReadColumn, row: TableRow): number | undefined {
    const { found, day, yearColumns } = this.#reading
    const year = mapped.year ?? found.table.year
    if (typeof year === 'number') return year
    if (typeof year === 'object') {
      const column = this.#reading.columnCalled(year.column)
      return column && this.#yearIn(column, row)
    }
    const [own, ...others] = yearColumns
    if (own) return others.length > 0 || relativeYear(headings) === 'previous' ? undefined : this.#yearIn(own, row)
    if (year === undefined || day === undefined) return undefined
    return Number(day.slice(0, 4)) - (year === 'previous' ? 1 : 0)
  }

  /** “Last year” beside a column of years may be the year before that one. */
  #isOfTwoYears({ at: { headings }, mapped }: ReadColumn): boolean {
    const { yearColumns } = this.#reading
    return typeof mapped.year !== 'number' && yearColumns.length > 0 && relativeYear(headings) === 'previous'
  }

  /** The year of which the whole row is; that it is not known is noted. */
  #yearOfRow(row: TableRow): number | undefined {
    const [first] = this.#reading.columns
    if (!first) return undefined
    const year = this.#yearOf({ at: { ...first.at, headings: [] }, mapped: { headings: [] } }, row)
    if (year === undefined) this.#reading.draft.note('year-not-known', this.#reading.place(row.number, first.at))
    return year
  }

  #yearIn(column: ReadColumn, row: TableRow): number | undefined {
    const date = dateIn(this.#cell(column, row)?.text.replace(/度$/, '') ?? '')?.value
    return date === undefined ? undefined : Number(date.slice(0, 4))
  }
}

/** Words in place of a name, and what stands beside one: who is meant is for a person to say. */
const NOBODY =
  /暂缺|空缺|待[定选派补任]|未[定派选配]|不需要|暂无|拟任|已到期|兼|^[同由]|[×*()[\]\d]|^某+$|^(?:vacan|tb[acd]$|tobe(?:appointed|confirmed|advised|filled)|none$|n\/a|acting|seeabove)/
const SEVERAL = /[、,，;；/／\n&]|\S\s{2,}\S|\sand\s/i

function isAround(scope: Scope, inner: Scope): boolean {
  return wayDown(scope, inner) !== undefined
}

/** The scopes below one on the way to another; undefined where that is not below it. */
function wayDown(from: Scope, to: Scope): Scope[] | undefined {
  const way: Scope[] = []
  for (let scope: Scope | undefined = to; scope; scope = scope.parent) {
    if (scope === from) return way
    way.unshift(scope)
  }
  return undefined
}
