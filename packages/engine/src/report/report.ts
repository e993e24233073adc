import type { Language, Text } from '../errors/text.ts'
import type { Evidence, Force, Unit } from '../schema/common-schema.ts'
import type { NoticeCode } from '../values/notice-code.ts'
import type { Status } from '../values/status.ts'
import type { Outcome } from '../decide/outcome.ts'
import type { RecordReference } from '../plan/ledger-record.ts'
import type { Severity } from '../values/severity.ts'
import type { UnknownReason } from '../values/unknown-reason.ts'
import type { Worded } from './wording.ts'
import type { PartName } from '../plan/decision-tree.ts'
import type { Detail } from '../schema/evaluate-options.ts'

/** A value as people read it: dates `YYYY-MM-DD`, rates and shares `"1%"`, money in fen. */
export type Shown = string | number | boolean | null

/** One requirement for one subject (and year): no more than the outcome. */
export interface Verdict {
  requirement: string
  pack: string
  subject: RecordReference
  /** The year, of a yearly duty. */
  period?: number
  status: Status
}

/** A clause or an article of an outside instrument, quoted. */
export interface Citation {
  kind: 'clause' | 'instrument'
  pack?: string
  /** The clause's id, or the instrument's. */
  id: string
  /** Title and article of an instrument. */
  title?: Text
  article?: Text
  /** Where a clause is in its document, as one cites it: 三、（五）. */
  place?: Text
  /** The words themselves; `zh` is verbatim. */
  quote?: Text
  /** The whole sentence of the document that a clause belongs to; the quote where that is a sentence. */
  sentence?: Text
  /** How sure we are of an instrument's words, and how to say so: 待核 for `to-be-verified`. */
  evidence?: Evidence
  evidenceLabel?: Text
}

/** One comparison that helps to decide, with what it found. */
export interface Reason {
  /** Which part of the requirement it belongs to. */
  part: PartName
  /** The exception, where `part` is `unless`. */
  exception?: string
  fact: string
  operator: string
  /** Absent where it is not known, and its bounds decided. */
  actual?: Shown
  expected?: Shown | Shown[]
  /** Fact or parameter on the other side, if it is not a literal. */
  expectedFact?: string
  parameter?: string
  holds: boolean
  /** A sentence that could be used in a notice. */
  text: Text
  /** Records that decide a formula over many, at most 20. */
  records?: string[]
}

/** Something that is not known and could change the status. */
export interface Missing {
  reason: UnknownReason
  /** A fact's name, or `parameters.<id>`. */
  fact: string
  label: Text
  /** Its place in the ledger; absent for a parameter. */
  pointer?: string
  /** For a parameter: the question that the text leaves open. For a conflict: what does not agree. For a date known in part: what is given. */
  text?: Text
}

export interface ParameterUse {
  parameter: string
  label: Text
  value: Shown
  /** The value in words, with its unit. */
  text: Text
  /** Where the value comes from. */
  source: 'pack' | 'profile' | 'request'
  assumed: boolean
  citations: Citation[]
}

export interface Figure {
  name: string
  label: Text
  unit?: Unit
  /** Absent where the value is unknown. */
  value?: Shown
  /** The value in words: labels for codes, its unit, and where it is not known why: 未填写, 无法算清, 填报矛盾. */
  text: Text
}

/** What would settle the matter if it were so, and the status it would bring: a supposition, not an order. */
export interface WhatIf {
  changes: {
    /** RFC 6901 pointer of the fact; in a record to be added, behind those there are, where `from` is absent. */
    pointer: string
    fact: string
    from?: Shown
    to: Shown
    text: Text
  }[]
  leadsTo: Outcome
  /** The whole supposition in a sentence. */
  text: Text
  /** The exception that it uses. */
  exception?: string
}

/** What later law says, with where it says so. */
export interface LaterRule {
  text: Text
  citations: Citation[]
}

/** A verdict with everything an officer needs to act on it. */
export interface Finding extends Verdict {
  title: Text
  /** The status in words, which depend on the force: not to follow an encouragement is no breach. */
  statusText: Text
  /**
   * Every outcome still possible; more than one where the status is `unknown`. A superset of those that some filling
   * of the blanks reaches, and with `exact` no more than those. One outcome may be left though the status is
   * `unknown`: no known fact shows it yet.
   */
  possible: Outcome[]
  /**
   * Asked for by the option `exact`, and all fillings have been looked at: `possible` lists what they reach, and
   * `missing` no fact shown to be idle.
   */
  exact?: true
  /** Why the status is `unknown`. */
  unknownReasons?: UnknownReason[]
  severity?: Severity
  force: Force
  dutyBearer: { id: string; label: Text }
  supervisor?: { id: string; label: Text }
  citations: Citation[]
  /** The last day, `YYYY-MM-DD`. */
  due?: string
  /** How many days after the last day it was done, or is still not done. */
  daysLate?: number
  /** The exception that gave the status. */
  exception?: { id: string; text: Text; citations: Citation[] }
  reasons: Reason[]
  missing: Missing[]
  parameters: ParameterUse[]
  figures: Figure[]
  notes: { id: string; text: Text; citations: Citation[] }[]
  /** What later law says on the same matter; only where it says something by `asOf`. */
  laterRules?: LaterRule[]
  /** What is wrong, as a notice says it; only where the status is `not_met`. */
  problem?: Text
  /** What the author says to do. */
  remedy?: Text
  whatIf: WhatIf[]
  /** Not in force on the governing date; only listed where asked for. */
  notInForce?: true
  trace?: Trace[]
}

/** A condition with the truth of each part; null where it is unknown. */
export interface Trace {
  part: Reason['part']
  exception?: string
  node: TraceNode
}

export type TraceNode =
  | { kind: 'all' | 'any' | 'not'; holds: boolean | null; children: TraceNode[] }
  | {
      kind: 'leaf'
      holds: boolean | null
      fact: string
      operator: string
      /** The operator in words, its decorators folded in. */
      operatorText: Text
      /** Absent where it is not known. */
      actual?: Shown
      expected?: Shown | Shown[]
      /** Fact or parameter on the other side, if it is not a literal. */
      expectedFact?: string
      parameter?: string
      text: Text
      /** How a derived fact came about, where it is first met. */
      from?: TraceNode
    }

/** A fact made unknown because what was given does not agree. */
export interface ConflictReport {
  check: string
  subject: RecordReference
  facts: string[]
  text: Text
}

/** What a reader of a whole report has to know before the findings. */
export interface Notice {
  code: NoticeCode
  text: Text
}

/** What a reader needs to compute the same report again. */
export interface Receipt {
  pack: string
  version: string
  /** SHA-256 of the canonical JSON (RFC 8785) of the pack and the packs it uses. */
  packSha256: string
  /** SHA-256 of the canonical JSON of the ledger; absent for bare verdicts. */
  inputSha256?: string
  engine: string
  profile?: string
  /** Parameters that the request set. */
  parameters?: Record<string, Shown>
  /** The day of the evaluation, `YYYY-MM-DD`. */
  asOf: string
}

/**
 * A report with some detail, its texts in both languages or in one. `Report` by itself is any report; with a detail and
 * no language its texts are in both.
 */
export interface Report<
  D extends Detail = Detail,
  L extends Language | undefined = Detail extends D ? Language | undefined : undefined,
> {
  receipt: Receipt
  notices: Worded<Notice, L>[]
  /** By requirement in the order of the pack, then in the ledger's order, then by year. */
  findings: Worded<D extends 'verdicts' ? Verdict : Finding, L>[]
  conflicts: Worded<ConflictReport, L>[]
  /** How many there are of each status, listed or not. */
  summary: Record<Status, number>
}
