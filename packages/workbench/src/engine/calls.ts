import type { Description } from '@tiaoli/authoring'
import type { Calendar } from '@tiaoli/calendar'
import type { Finding, NextQuestions, PackSource, Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { ImportFile } from '@tiaoli/engine/plan'
import type {
  ColumnChoice,
  ColumnCorrection,
  ImportedColumn,
  OfficeTelling,
  RowChoice,
  TableTelling,
  UnknownOffice,
  UnknownSheet,
} from '@tiaoli/office/import'
import type { Paper, PaperKind, ProgressState, TableSheet } from '@tiaoli/office/papers'
import type { Mark, NamedUnit, Picture } from './picture.ts'
import type { ReadAnswer } from './read-answer.ts'
import type { ShownRecord } from './referred-to.ts'
import type { RevisionCalls } from './revision-calls.ts'

/** What the page asks of the engine, by name: what it says, and the answer. */
export interface Calls extends RevisionCalls {
  /** Compiles the rules; what is asked next is asked under them. */
  openRules: { asks: { source: PackSource }; answer: Rules }
  /** Reads a ledger. What is asked of it says its number. */
  openLedger: { asks: { text: string }; answer: NumberedLedger }
  /** Makes a ledger of workbooks, or of a template that was filled in. It is not opened yet. */
  readWorkbooks: {
    asks: OfLedger & {
      files: readonly WorkbookFile[]
      on: string | undefined
      names: Readonly<Record<string, string>>
      /** What somebody has said of columns. */
      corrections: readonly ColumnCorrection[]
      /** What somebody has said of sheets that are not known. */
      tellings: readonly TableTelling[]
      /** What kind somebody has said that offices are which filled in forms. */
      offices: readonly OfficeTelling[]
      /** A mapping that somebody has made before, and may fit these workbooks better than any of the rules. */
      own: ImportFile | undefined
    }
    answer: WorkbookReading
  }
  /** What findings on a ledger wait for, though nothing that is given could say it. The ledger is not opened. */
  lacking: { asks: DayAndProfile & { text: string; gives: readonly string[] }; answer: Lacking }
  judge: { asks: Setting; answer: Picture }
  /** Findings on some records, explained. */
  explain: { asks: Setting & { subjects: readonly string[] }; answer: readonly ShownFinding[] }
  /** What is missing, the most deciding first; with a fact, that alone. */
  ask: { asks: Setting & Asking; answer: Questions }
  /** Reads what was typed as the answer for a fact; with a pointer, refuses what does not fit into the ledger there. */
  readAnswer: {
    asks: OfLedger & {
      fact: string
      typed: string
      language: Language
      pointer: string | undefined
      names: Readonly<Record<string, string>>
    }
    answer: ReadAnswer
  }
  /** The records that a reference to a scope may name. */
  records: { asks: OfLedger & { to: string; names: Readonly<Record<string, string>> }; answer: readonly ShownRecord[] }
  /** The ledger with an answer in its places, which is another with a number of its own. */
  fill: { asks: OfLedger & { pointers: readonly string[]; value: unknown }; answer: WrittenLedger & NumberedLedger }
  /** What is missing as a workbook to be filled in. */
  template: {
    asks: Setting & { subjects: readonly string[] | undefined; language: Language }
    answer: Paper
  }
  /** What falls due between two days, both included. */
  calendar: { asks: Setting & { from: string; to: string }; answer: Calendar }
  calendarFile: {
    asks: Setting & { from: string; to: string; names: Readonly<Record<string, string>>; language: Language }
    answer: Paper
  }
  /** The clauses of the documents, with what encodes each. */
  clauses: { asks: Record<string, never>; answer: readonly DocumentClauses[] }
  /** A requirement written out: whom it concerns, when, what it asks, its exceptions and cases. */
  writtenOut: { asks: { requirement: string; language: Language }; answer: Description }
  /** The papers that there are. */
  paperKinds: {
    asks: Record<string, never>
    answer: readonly { readonly kind: PaperKind; readonly title: Text; readonly placeholders: Text | undefined }[]
  }
  /** Tables as a workbook. */
  tableFile: { asks: { name: string; sheets: readonly TableSheet[] }; answer: Paper }
  /** Reads a follow-up table that was filled in. */
  readProgress: { asks: Setting & WorkbookFile; answer: ReadProgress }
  papers: {
    asks: Setting & {
      kind: PaperKind
      subjects: readonly string[] | undefined
      names: Readonly<Record<string, string>>
      /** A Word file of the office, for papers that take one. */
      template: WorkbookFile | undefined
      language: Language
    }
    /** No file where there is nothing to say in one. */
    answer: { readonly file: Paper | undefined; readonly remarks: readonly Text[] }
  }
}

/** What was filled into a follow-up table. */
export interface ReadProgress {
  readonly items: readonly {
    readonly unit: string | undefined
    readonly matter: string | undefined
    readonly state: ProgressState | undefined
    readonly stateText: Text | undefined
    readonly day: string | undefined
    readonly note: string | undefined
    /** How the ledger stands on it; none where it is not in the ledger. */
    readonly mark: Mark | undefined
  }[]
  readonly problems: readonly { readonly place: ReadNote['places'][number]; readonly text: Text }[]
}

/** The day and the parameters by which a ledger is judged. */
export interface DayAndProfile {
  readonly asOf: string
  readonly profile: string | undefined
}

/** Of which records, how much and of which fact it is asked what is missing; all where it is not said. */
export interface Asking {
  readonly subjects: readonly string[] | undefined
  readonly limit?: number
  readonly fact?: string
}

export interface Questions extends NextQuestions {
  /** In how many places a fact is missing that is chosen from a list, by its name; none where it is in one. */
  readonly alike: Readonly<Record<string, number>>
}

/** Of which ledger something is asked, by the number that its opening answered; none where none is open. */
export interface OfLedger {
  readonly ledger: number | undefined
}

/** What is asked beside of which ledger. */
export type AsksOf<Name extends CallName> = Omit<Calls[Name]['asks'], keyof OfLedger>

/** Which ledger is judged, and how. */
export type Setting = DayAndProfile & OfLedger

/** What the page shows of the rules. */
export interface Rules {
  readonly id: string
  readonly title: Text
  /** Those that it is made of, itself among them. */
  readonly packs: readonly { readonly id: string; readonly title: Text }[]
  /** The number of its document, if it has one. */
  readonly number: string | undefined
  readonly profiles: readonly { readonly id: string; readonly label: Text }[]
  readonly defaultProfile: string | undefined
  readonly requirements: number
  /** Of what kind the records are of which most is asked: a law firm. */
  readonly rowLabel: Text
  /** Of its document, and of others that change it. */
  readonly clauses: { readonly first: number; readonly others: number }
}

export interface LedgerHead {
  /** The day on which it was drawn up, if it says so. */
  readonly day: string | undefined
}

/** A ledger that was read, by the number under which it is asked about. */
export interface NumberedLedger {
  readonly number: number
  readonly head: LedgerHead
}

/** A ledger as JSON, with what is shown of it. */
export interface WrittenLedger {
  readonly text: string
  readonly head: LedgerHead
}

/** A document with its clauses in their order. */
export interface DocumentClauses {
  readonly id: string
  readonly title: Text
  readonly number: string | undefined
  readonly clauses: readonly ShownClause[]
}

export interface ShownClause {
  readonly id: string
  readonly place: Text
  readonly text: Text
  /** The requirements that encode it. */
  readonly requirements: readonly { readonly id: string; readonly title: Text }[]
  /** Why nothing does. */
  readonly notEncoded: Text | undefined
}

export interface WorkbookFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What became of workbooks. Persons are left out: nothing here needs them. */
export interface WorkbookReading extends WrittenLedger {
  readonly names: Readonly<Record<string, string>>
  readonly columns: readonly ReadColumn[]
  /** How many of the columns something is read of, also by a guess. */
  readonly used: number
  readonly notes: readonly ReadNote[]
  /** How many values of the ledger are from a cell; of what was filled into a template, how many are new. */
  readonly values: number
  readonly mapping: UsedMapping | undefined
  readonly cells: LedgerCells
  /** What was read of the first records. */
  readonly records: readonly ReadRecord[]
}

/** A record with what cells have given of it. */
export interface ReadRecord {
  readonly pointer: string
  readonly name: string | undefined
  readonly label: Text
  readonly values: readonly ReadValue[]
}

export interface ReadValue {
  readonly label: Text
  readonly text: Text
  readonly place: ReadNote['places'][number]
}

/** What findings wait for, though no column gives it. */
export interface Lacking {
  /** How many findings are unknown. */
  readonly unknown: number
  readonly facts: readonly LackingFact[]
}

export interface LackingFact {
  readonly label: Text
  /** How many requirements and findings wait for it. */
  readonly requirements: number
  readonly findings: number
}

/** The cells from which values of a ledger are. */
export interface LedgerCells {
  readonly columns: readonly {
    readonly file: string
    readonly sheet: string
    readonly name: string
    readonly heading: string
  }[]
  readonly cells: readonly LedgerCell[]
}

/** The pointer of a value, the order of its column among all, and the number of its row; of what several cells give, that of the last too. */
export type LedgerCell = readonly [pointer: string, column: number, row: number, last?: number]

/** The mapping by which workbooks were read, and what its columns may give. */
export interface UsedMapping {
  readonly file: ImportFile
  /** Whether somebody has made it before. */
  readonly isOwn: boolean
  /** For each table, what its columns may give; nothing where its rows are no records. */
  readonly choices: readonly (readonly ColumnChoice[])[]
  /** Sheets that it does not know, and what their rows may be. */
  readonly unknown: readonly UnknownSheet[]
  readonly rows: readonly RowChoice[]
  readonly tellings: readonly TableTelling[]
  /** Offices that filled in forms, of which it does not know what kind they are, or only because somebody has said it. */
  readonly offices: readonly ShownOffice[]
  readonly roles: readonly { readonly role: string; readonly label: Text }[]
}

export interface ShownOffice extends UnknownOffice {
  readonly role?: string
}

/** A finding with what it waits for as a reader is asked for it. */
export interface ShownFinding extends Finding {
  readonly lacks: readonly Lacked[]
}

export interface Lacked {
  readonly text: Text
  /** Of which records; none where it is of the finding’s own. */
  readonly of: readonly LackedOf[]
}

export interface LackedOf {
  /** One that has a name or an id. */
  readonly unit: NamedUnit | undefined
  /** What is known of the record in that one: its kind or place, the year. */
  readonly known: readonly Text[]
}

export type ReadColumn = Omit<ImportedColumn, 'proposal' | 'gives' | 'aside' | 'names' | 'isRemark'> & {
  /** What it gives, and may give, in words. */
  readonly gives: readonly Text[]
  /** The facts, records and lists that these are. */
  readonly facts: readonly string[]
  readonly proposal?: Text
  readonly proposedFact?: string
}

export interface ReadNote {
  readonly code: string
  readonly severity: 'warning' | 'info'
  readonly places: readonly { readonly file: string; readonly sheet?: string; readonly cell?: string }[]
  readonly text: Text
}

export type CallName = keyof Calls

/** A refusal as the page shows it: sentences in both languages, each with its place if it has one. */
export interface Refusal {
  /** What the service calls it, where it was the service. */
  readonly code?: string
  readonly sentences: readonly { readonly place: string | undefined; readonly text: Text }[]
}
