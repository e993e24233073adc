import type { Text } from '../text/text.ts'
import type { Evidence, Force, Unit } from '../schema/common-schema.ts'
import type { NoticeCode } from '../values/notice-code.ts'
import type { Status } from '../values/status.ts'
import type { Outcome } from '../decide/outcome.ts'
import type { RecordReference } from '../plan/ledger-record.ts'
import type { Severity } from '../values/severity.ts'
import type { UnknownReason } from '../values/unknown-reason.ts'
import type { Worded } from './one-language.ts'
import type { PartName } from '../plan/decision-tree.ts'
import type { Detail } from '../schema/evaluate-options.ts'

/** A value as people read it: dates `YYYY-MM-DD`, rates and shares `"1%"`, money in its smallest unit. */
export type Shown = string | number | boolean | null

/** One requirement for one subject (and year): no more than the outcome. */
export interface Verdict {
  readonly requirement: string
  readonly pack: string
  readonly subject: RecordReference
  /** The year, of a yearly duty. */
  readonly period?: number
  readonly status: Status
}

/** A document that a pack holds, by the name of its folder and as one cites it. */
export interface CitedDocument {
  readonly id: string
  readonly title: Text
  readonly number?: string
}

/** A clause or an article of an outside instrument, quoted. */
export interface Citation {
  readonly kind: 'clause' | 'instrument'
  readonly pack?: string
  /** The clause as the pack cites it, by its id or by document and id, or the instrument's id. */
  readonly id: string
  /** The document that a clause is of. */
  readonly document?: CitedDocument
  /** Title and article of an instrument. */
  readonly title?: Text
  readonly article?: Text
  /** Where a clause is in its document, as one cites it: 三、（五）. */
  readonly place?: Text
  /** The clause whose words these are, as the cited one has amended it. */
  readonly amends?: { readonly id: string; readonly document: CitedDocument; readonly place?: Text }
  /** The words themselves; `zh` is verbatim. */
  readonly quote?: Text
  /** The whole sentence of the document that a clause belongs to; the quote where that is a sentence. */
  readonly sentence?: Text
  /** How sure we are of an instrument's words, and how to say so: 待核 for `to-be-verified`. */
  readonly evidence?: Evidence
  readonly evidenceLabel?: Text
  /** By which clauses a clause has come to its end by the day, and the first day on which it no longer holds. */
  readonly ended?: readonly {
    readonly how: 'ends' | 'replaces' | 'continues'
    readonly on: string
    readonly by: { readonly id: string; readonly document: CitedDocument; readonly place?: Text }
  }[]
  /** Which numbers of a finding this gives, where its requirement cites another document. */
  readonly gives?: readonly NumberGiven[]
  /** Which numbers of a finding this gave before something else did. */
  readonly givesNoMore?: readonly NumberGiven[]
}

/** A parameter whose value a place gives, in a sentence: since when, and what it was before. */
export interface NumberGiven {
  readonly parameter: string
  readonly text: Text
}

/** One comparison that helps to decide, with what it found. */
export interface Reason {
  /** Which part of the requirement it belongs to. */
  readonly part: PartName
  /** The exception, where `part` is `unless`. */
  readonly exception?: string
  readonly fact: string
  readonly operator: string
  /** Absent where it is not known, and its bounds decided. */
  readonly actual?: Shown
  readonly expected?: Shown | readonly Shown[]
  /** Fact or parameter on the other side, if it is not a literal. */
  readonly expectedFact?: string
  readonly parameter?: string
  readonly holds: boolean
  /** A sentence that could be used in a notice. */
  readonly text: Text
  /** Records that decide a formula over many, at most 20. */
  readonly records?: readonly string[]
}

/** Something that is not known and could change the status. */
export interface Missing {
  readonly reason: UnknownReason
  /** A fact's name, or `parameters.<id>`. */
  readonly fact: string
  readonly label: Text
  /** Its place in the ledger; absent for a parameter. */
  readonly pointer?: string
  /** For a parameter: the question that the text leaves open. For a conflict: what does not agree. For a date known in part: what is given. */
  readonly text?: Text
}

export interface ParameterUse {
  readonly parameter: string
  readonly label: Text
  readonly value: Shown
  /** The value in words, with its unit. */
  readonly text: Text
  /** Where the value comes from. */
  readonly source: 'pack' | 'profile' | 'request'
  readonly assumed: boolean
  readonly citations: readonly Citation[]
}

export interface Figure {
  readonly name: string
  readonly label: Text
  readonly unit?: Unit
  /** Absent where the value is unknown. */
  readonly value?: Shown
  /** The value in words: labels for codes, its unit, and where it is not known why: 未填写, 无法算清, 填报矛盾, or of a parameter 未设定. */
  readonly text: Text
}

/** What would settle the matter if it were so, and the status it would bring: a supposition, not an order. */
export interface WhatIf {
  readonly changes: readonly {
    /** RFC 6901 pointer of the fact; in a record to be added, behind those there are, where `from` is absent. */
    readonly pointer: string
    readonly fact: string
    readonly from?: Shown
    readonly to: Shown
    readonly text: Text
  }[]
  readonly leadsTo: Outcome
  /** The whole supposition in a sentence. */
  readonly text: Text
  /** The exception that it uses. */
  readonly exception?: string
}

/** What later law says, with where it says so. */
export interface LaterRule {
  readonly text: Text
  readonly citations: readonly Citation[]
}

/** A verdict with everything an officer needs to act on it. */
export interface Finding extends Verdict {
  readonly title: Text
  /** The status in words, which depend on the force: not to follow an encouragement is no breach. */
  readonly statusText: Text
  /**
   * Every outcome still possible; more than one where the status is `unknown`. A superset of those that some filling
   * of the blanks reaches, and with `exact` no more than those. One outcome may be left though the status is
   * `unknown`: no known fact shows it yet.
   */
  readonly possible: readonly Outcome[]
  /**
   * Asked for by the option `exact`, and all fillings have been looked at: `possible` lists what they reach, and
   * `missing` no fact shown to be idle. Left out where something else may have come since the day of the ledger.
   */
  readonly exact?: true
  /** Why the status is `unknown`. */
  readonly unknownReasons?: readonly UnknownReason[]
  readonly severity?: Severity
  readonly force: Force
  readonly dutyBearer: { readonly id: string; readonly label: Text }
  readonly supervisor?: { readonly id: string; readonly label: Text }
  readonly citations: readonly Citation[]
  /** The last day, `YYYY-MM-DD`. */
  readonly due?: string
  /** How many days after the last day it was done, or is still not done. */
  readonly daysLate?: number
  /** The exception that gave the status. */
  readonly exception?: { readonly id: string; readonly text: Text; readonly citations: readonly Citation[] }
  readonly reasons: readonly Reason[]
  readonly missing: readonly Missing[]
  readonly parameters: readonly ParameterUse[]
  readonly figures: readonly Figure[]
  readonly notes: readonly { readonly id: string; readonly text: Text; readonly citations: readonly Citation[] }[]
  /** What later law says on the same matter; only where it says something by `asOf`. */
  readonly laterRules?: readonly LaterRule[]
  /** What is wrong, as a notice says it; only where the status is `not_met`. */
  readonly problem?: Text
  /**
   * The day of the ledger, where it is after `asOf` and what is not met rests on how things stood then: it need not have
   * been so on the day of the report, and is to be checked before anybody is told of it.
   */
  readonly restsOnLaterDay?: string
  /** What the author says to do. */
  readonly remedy?: Text
  readonly whatIf: readonly WhatIf[]
  /** Not in force on the governing date; only listed where asked for. */
  readonly notInForce?: true
  readonly trace?: readonly Trace[]
}

/** A condition with the truth of each part; null where it is unknown. */
export interface Trace {
  readonly part: Reason['part']
  readonly exception?: string
  readonly node: TraceNode
}

export type TraceNode =
  | { readonly kind: 'all' | 'any' | 'not'; readonly holds: boolean | null; readonly children: readonly TraceNode[] }
  | {
      readonly kind: 'leaf'
      readonly holds: boolean | null
      readonly fact: string
      readonly operator: string
      /** The operator in words, its decorators folded in. */
      readonly operatorText: Text
      /** Absent where it is not known. */
      readonly actual?: Shown
      readonly expected?: Shown | readonly Shown[]
      /** Fact or parameter on the other side, if it is not a literal. */
      readonly expectedFact?: string
      readonly parameter?: string
      readonly text: Text
      /** How a derived fact came about, where it is first met. */
      readonly from?: TraceNode
    }

/** A fact made unknown because what was given does not agree. */
export interface ConflictReport {
  readonly check: string
  readonly subject: RecordReference
  readonly facts: readonly string[]
  readonly text: Text
}

/** What a reader of a whole report has to know before the findings. */
export interface Notice {
  readonly code: NoticeCode
  readonly text: Text
}

/** What a reader needs to compute the same report again. */
export interface Receipt {
  readonly pack: string
  readonly version: string
  /** SHA-256 of the canonical JSON (RFC 8785) of the pack and the packs it uses. */
  readonly packSha256: string
  /** SHA-256 of the canonical JSON of the ledger; absent for bare verdicts. */
  readonly inputSha256?: string
  readonly engine: string
  readonly profile?: string
  /** Parameters that the request set. */
  readonly parameters?: Readonly<Record<string, Shown>>
  /** The day of the evaluation, `YYYY-MM-DD`. */
  readonly asOf: string
}

/**
 * A report with some detail, its texts in both languages or in one. `Report` by itself is any report; with a detail and
 * no language its texts are in both.
 */
export interface Report<
  D extends Detail = Detail,
  L extends string | undefined = Detail extends D ? string | undefined : undefined,
> {
  readonly receipt: Receipt
  readonly notices: readonly Worded<Notice, L>[]
  /** By requirement in the order of the pack, then in the ledger's order, then by year. */
  readonly findings: readonly Worded<D extends 'verdicts' ? Verdict : Finding, L>[]
  readonly conflicts: readonly Worded<ConflictReport, L>[]
  /** How many there are of each status, listed or not. */
  readonly summary: Readonly<Record<Status, number>>
}
