import type { Reading } from '../text/reading.ts'
import type { Text } from '../text/text.ts'
import type { Basis, Force } from '../schema/common-schema.ts'
import type { CheckEntry } from '../schema/facts-schema.ts'
import type { Instrument, PackFile } from '../schema/pack-schema.ts'
import type { DatedValue as CitedValue, Parameter, Profile } from '../schema/parameters-schema.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
import type { Case } from '../schema/cases-schema.ts'
import type { ImportFile } from '../schema/import-schema.ts'
import type { EquivalentMutant } from '../schema/mutants-schema.ts'
import type { Quality } from '../schema/quality-schema.ts'
import type { TimelineEntry } from './timeline.ts'
import type { AggregateExpression, ConditionNode, Expression } from './expression.ts'
import type { Preparation } from './preparation.ts'
import type { Described, Fact, Given } from './fact.ts'
import type { Days, Ending, Horizon, PlannedClause, PlannedDocument } from './document.ts'
import type { Scope } from './scope.ts'
import type { PlannedRegister, PlannedTable } from './table.ts'
import type { TextTemplate } from './text-template.ts'
import type { Step, DecisionTree } from './decision-tree.ts'

/** A parameter, ready to be looked up by day. */
export interface PlannedParameter extends Described {
  readonly kind: 'parameter'
  readonly index: number
  readonly pack: string
  readonly entry: Parameter
  readonly timeline: readonly TimelineEntry[]
  /** What the text of the policy leaves open; it may name other parameters, so it is set once all are declared. */
  question: TextTemplate | undefined
}

export interface PlannedProfile {
  readonly entry: Profile
  readonly timelines: ReadonlyMap<
    PlannedParameter,
    { timeline: readonly TimelineEntry[]; values: readonly CitedValue[] }
  >
}

interface CheckBase {
  readonly entry: CheckEntry
  readonly scope: Scope
  readonly text: TextTemplate
  readonly taints: readonly Given[]
}

export type PlannedCheck = CheckBase & ({ readonly holds: ConditionNode } | { readonly unique: Given })

/** A check, or the bound of a fact, that a change of facts must not break. */
export interface ConstraintRule {
  readonly scope: Scope
  readonly node: ConditionNode
  /** Undefined for a bound. */
  readonly check: PlannedCheck | undefined
  /** It reads records that are neither above nor below its own. */
  readonly roams: boolean
  /** Its scope, and those over which it has a formula. */
  readonly looksAt: ReadonlySet<Scope>
}

/** All of them, and by the given facts that they read. */
export interface ConstraintRules {
  readonly all: readonly ConstraintRule[]
  readonly byFact: ReadonlyMap<Given, readonly ConstraintRule[]>
}

/** Who bears a duty or supervises it, as reports name them. */
export interface Body {
  readonly id: string
  readonly label: Text
}

/** From which day on something holds no longer: by which clauses, and which of those that it rests on ran out with their documents. */
export interface EndOfGround {
  readonly day: number
  readonly endings: readonly Ending[]
  readonly lapsed: readonly PlannedClause[]
}

export interface PlannedException {
  readonly entry: NonNullable<RequirementEntry['unless']>[number]
  readonly text: TextTemplate
  readonly when: ConditionNode
  /** The date on which it came, for the number of days after the due date. It decides nothing. */
  readonly on: Expression | undefined
  readonly remedy: TextTemplate | undefined
  /** Where what it rests on was struck out or ran out: how, and whether it would hold still. What it had carried is for a person to judge. */
  readonly struckOut: (EndOfGround & { readonly wouldHold: ConditionNode }) | undefined
}

export interface PlannedNote {
  readonly entry: NonNullable<RequirementEntry['notes']>[number]
  readonly text: TextTemplate
  readonly when: ConditionNode
  readonly remedy: TextTemplate | undefined
}

export interface PlannedFigure {
  readonly name: string
  readonly described: Described
  readonly expression: Expression
}

/** A requirement with everything it names resolved. */
export interface PlannedRequirement {
  readonly id: string
  readonly pack: string
  readonly entry: RequirementEntry
  /** What the requirements of its file are about. */
  readonly theme: Text
  readonly title: TextTemplate
  readonly problem: TextTemplate | undefined
  readonly remedy: TextTemplate | undefined
  readonly force: Force
  readonly subject: Scope
  readonly at: Expression | undefined
  readonly firstPeriod: Expression | undefined
  readonly applies: ConditionNode | undefined
  readonly requires: ConditionNode | undefined
  readonly due: Expression | undefined
  readonly achievedOn: Expression | undefined
  readonly unless: readonly PlannedException[]
  /** Where its decision begins. */
  readonly decision: DecisionTree
  /** Every step that its decision can come to, in the order in which they are asked. */
  readonly steps: readonly Step[]
  readonly figures: readonly PlannedFigure[]
  readonly dutyBearer: Body
  readonly supervisor: Body | undefined
  /** Every parameter that it can depend on or shows in a text, through derived facts too, in the order of the pack. */
  readonly parameters: readonly PlannedParameter[]
  /** Every formula over records that it can depend on. */
  readonly aggregates: readonly AggregateExpression[]
  readonly notes: readonly PlannedNote[]
  /** The last day that its documents plan for, if all say one. */
  readonly horizon: Horizon | undefined
  /** The days on which it is in force: by its own words, and those of its pack, its document and later clauses. */
  readonly term: Days
  /** How it came to its end, if later clauses ended it or its document ran out. */
  readonly ended: EndOfGround
  /** From a day on, part of what it rests on has ended, and what is not met is for a person to judge. */
  readonly partlyEnded: { readonly day: number; readonly endings: readonly Ending[] } | undefined
  readonly laterRules: readonly { readonly from: number; readonly text: Text; readonly citing: { basis: Basis[] } }[]
}

/** A pack with the packs it uses, resolved and ready to evaluate. */
export interface Plan {
  readonly pack: PackFile
  /** The languages in which it and the packs it uses are read. */
  readonly reading: Reading
  readonly packs: readonly PackFile[]
  readonly root: Scope
  readonly scopes: ReadonlyMap<string, Scope>
  readonly facts: ReadonlyMap<string, Fact>
  readonly parameters: ReadonlyMap<string, PlannedParameter>
  readonly profiles: ReadonlyMap<string, PlannedProfile>
  readonly roles: ReadonlyMap<string, Text>
  readonly bodies: ReadonlyMap<string, Text>
  /** The scopes of which each record has a body of its own, by body. */
  readonly scopeOfBody: ReadonlyMap<string, Scope>
  /** The bodies that are one organization each. */
  readonly organizations: ReadonlySet<string>
  /** The documents of all packs, by id. */
  readonly documents: ReadonlyMap<string, PlannedDocument>
  /** The document of the pack whose clauses are cited by their ids alone: the one that it is about. */
  readonly document: PlannedDocument | undefined
  /** By the reference with which they are cited. */
  readonly clauses: ReadonlyMap<string, PlannedClause>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly checks: readonly PlannedCheck[]
  readonly requirements: readonly PlannedRequirement[]
  /** Cases of the pack itself, not of those it uses. */
  readonly cases: readonly { file: string; case: Case; ledger: unknown }[]
  /** How workbooks become ledgers, by id; of all packs. */
  readonly imports: ReadonlyMap<string, ImportFile>
  /** The statistics forms of all packs. */
  readonly tables: readonly PlannedTable[]
  readonly registers: readonly PlannedRegister[]
  /** Changes of the pack itself that its cases need not notice. */
  readonly equivalentMutants: readonly EquivalentMutant[]
  /** How much the cases of the pack itself have to show. */
  readonly quality: Quality
  readonly preparation: Preparation
  readonly constraints: ConstraintRules
  /** How many conditions and expressions ask nothing of the record, so that each context answers them once. */
  readonly hoisted: number
  /** The files of every pack that belong to its digest, by pack and path, as they were read. */
  readonly content: unknown
}
