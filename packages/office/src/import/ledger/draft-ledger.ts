import type { Text } from '@tiaoli/engine'
import { isRefusal, ledgerPart, parseDay, readValue, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import { Amounts } from './amounts.ts'
import type { EarlierIds } from '../names/earlier-ids.ts'
import { DraftRecord, PRESENT } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { ContestedCells } from './contested-cells.ts'
import { DoubtedCells } from './doubted-cells.ts'
import { Ends } from './ends.ts'
import { OpenNumbers } from './open-numbers.ts'
import type { FormHead } from './form-head.ts'
import { GroupsNotWhole } from './groups-not-whole.ts'
import type { ImportedColumn, ImportNote, ImportNoteCode, Provenance } from './import-result.ts'
import { MaskedNames } from './masked-names.ts'
import { Names } from '../names/names.ts'
import { PersonsInOffice } from './persons-in-office.ts'
import { severityOf } from './note-severity.ts'
import { NOTE_TEXTS } from './note-texts.ts'
import { Presumptions } from './presumptions.ts'
import { RowsOfForms } from './rows-of-forms.ts'
import { tellUnplaced } from './unplaced-records.ts'
import { UnreadRows } from './unread-rows.ts'
import { UnreadSheets } from './unread-sheets.ts'
import { vocabularyOf, type Vocabulary } from '../../values/vocabulary.ts'

interface NoteDetails {
  readonly proposal?: string | undefined
  readonly other?: FilePlace | undefined
  /** What is said, where that depends on more than the code. */
  readonly text?: Text
  /** Whether it is more than there to be known, as it mostly is. */
  readonly isWarning?: boolean
}

/** The day of a ledger, and where it is from. */
export interface LedgerDay {
  /** `YYYY-MM-DD` or `YYYY-MM`, if it is known. */
  readonly on: string | undefined
  readonly isGiven: boolean
  /** Whether no form gives a day of another year. */
  readonly isOfAll: boolean
}

/** What the tables of all workbooks give, until the ledger is written. */
export class DraftLedger {
  readonly plan: Plan
  readonly mapping: ImportFile
  readonly words: Vocabulary
  readonly root: DraftRecord
  readonly names: Names
  readonly amounts = new Amounts()
  readonly masked = new MaskedNames()
  readonly inOffice = new PersonsInOffice()
  readonly presumptions = new Presumptions()
  readonly unread = new UnreadRows()
  readonly ends = new Ends()
  readonly contested = new ContestedCells()
  readonly doubted = new DoubtedCells()
  readonly openNumbers = new OpenNumbers()
  readonly unreadSheets = new UnreadSheets()
  readonly rowsOfForms = new RowsOfForms()
  readonly groupsNotWhole = new GroupsNotWhole()
  readonly notes: ImportNote[] = []
  readonly columns: ImportedColumn[] = []
  /** The day of the ledger, `YYYY-MM-DD` or `YYYY-MM`, as far as it is known. */
  readonly on: string | undefined
  /** Whether the day is not from the forms. */
  readonly isDayGiven: boolean
  /** The day of a form that gives none; undefined where others give days of different years. */
  readonly dayOfForms: string | undefined
  /** The cell that first named the record of a row, and how. */
  readonly rowsOfNames = new Map<DraftRecord, { readonly place: FilePlace; readonly key: string }>()
  readonly #noted = new Set<string>()
  readonly #later: (() => void)[] = []
  /** Records around others of which nothing says what they belong to. */
  readonly unnamedRecords: Map<Scope, DraftRecord> = new Map()

  constructor(
    plan: Plan,
    mapping: ImportFile,
    { on, isGiven, isOfAll }: LedgerDay,
    known: Readonly<Record<string, string>>,
    earlier?: EarlierIds,
  ) {
    this.plan = plan
    this.mapping = mapping
    this.words = vocabularyOf(mapping)
    this.root = new DraftRecord(plan.root)
    this.names = new Names(mapping.names ?? {}, known, earlier)
    if (plan.root.id && earlier?.root !== undefined) this.root.set(plan.root.id.path, earlier.root, undefined)
    this.on = on
    this.isDayGiven = isGiven
    this.dayOfForms = isOfAll ? on : undefined
    if (on !== undefined && parseDay(on) !== undefined) this.root.set(['on'], on, undefined)
  }

  note(
    code: ImportNoteCode,
    place: FilePlace,
    { proposal, other, text = NOTE_TEXTS[code], isWarning }: NoteDetails = {},
  ): void {
    const key = JSON.stringify([code, place, other, text.en])
    if (this.#noted.has(key)) return
    this.#noted.add(key)
    this.notes.push({
      code,
      severity: isWarning ? 'warning' : severityOf(code),
      place,
      text,
      ...(proposal === undefined ? {} : { proposal }),
      ...(other ? { other } : {}),
    })
  }

  /** Notes what is so of many cells at the first of them. */
  noteOnce(key: string, code: ImportNoteCode, place: FilePlace, details: NoteDetails): void {
    if (this.#noted.has(`${code} ${key}`)) return
    this.#noted.add(`${code} ${key}`)
    this.note(code, place, details)
  }

  /** Sets a fact, a group or a list of a record by its name in the catalogue. */
  set(
    record: DraftRecord,
    name: string,
    value: unknown,
    place: FilePlace | undefined,
    head: FormHead | undefined,
    noted: FilePlace,
  ): void {
    const part = ledgerPart(this.plan.scopes, name)!
    if (part.kind === 'records') {
      record.setNone(part.scope, place)
      return
    }
    if (part.kind === 'attestation') {
      if (!this.#setPath(record, [...part.path, 'value'], value, place, noted)) return
      if (head?.on !== undefined) record.set([...part.path, 'attestedOn'], head.on, undefined)
      if (head?.role !== undefined) record.set([...part.path, 'attestedBy'], head.role, undefined)
      return
    }
    if (part.kind === 'fact' && isRefusal(readValue(part.fact, value))) {
      this.note('value-refused', noted)
      return
    }
    this.#setPath(record, part.path, value, place, noted)
  }

  /** Says that a record has a group or a reference, of which nothing else is known here. */
  setPresent(record: DraftRecord, name: string, place: FilePlace): void {
    const part = ledgerPart(this.plan.scopes, name)
    if (part && part.kind !== 'records') this.#setPath(record, part.path, PRESENT, place, place)
  }

  /** What can be said only when all tables are read and every record is known. */
  later(step: () => void): void {
    this.#later.push(step)
  }

  /** Says what waited for all records. */
  settle(): void {
    for (const step of this.#later.splice(0)) step()
    this.root.withoutMixedGroups((place, other) => this.note('of-either', place, { other }))
    this.root.withoutDeniedLists((none, other) => this.note('contradiction', none, { other }))
    tellUnplaced(this)
    for (const { place, text } of this.masked.texts(this.plan, this.mapping)) this.note('masked-name', place, { text })
  }

  /** Whether it is set and nothing contradicts it. */
  #setPath(
    record: DraftRecord,
    path: readonly string[],
    value: unknown,
    place: FilePlace | undefined,
    noted: FilePlace,
  ): boolean {
    const contradiction = record.set(path, value, place)
    if (!contradiction) return true
    this.note('contradiction', noted, { other: contradiction.other })
    return false
  }

  /** The record of a scope to which a record of another scope below belongs, where nothing says which. */
  unnamed(scope: Scope): DraftRecord {
    if (!scope.parent) return this.root
    let record = this.unnamedRecords.get(scope)
    if (!record) {
      record = this.unnamed(scope.parent).add(scope)
      if (scope.id) record.set(scope.id.path, this.names.idOfUnnamed(record), undefined)
      this.unnamedRecords.set(scope, record)
    }
    return record
  }

  /** The ledger, perhaps without the values at some pointers. */
  finish(without: ReadonlySet<string> = new Set()): { ledger: Record<string, unknown>; provenance: Provenance[] } {
    const provenance: Provenance[] = []
    const ledger = this.root.toJson([], (pointer, place) => {
      if (without.has(pointer)) return false
      if (place) provenance.push({ pointer, ...place })
      return true
    })
    return { ledger, provenance }
  }
}
