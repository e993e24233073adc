import type { CompileConditionOptions } from '@tiaoli/engine/condition'

export type Facts = Readonly<Record<string, unknown>>

/** What stands around a condition: named conditions, operators and decorators of one's own, and the engine's options. */
export interface Setting extends CompileConditionOptions {
  /** An option of json-rules-engine that a compiled condition does not have. */
  allowUndefinedConditions?: boolean
}

/** One thing that json-rules-engine's documentation says of conditions, and facts that show it. */
export interface Point {
  /** A plain sentence. */
  title: string
  conditions: unknown
  setting?: Setting
  /** Facts with which the conditions hold, and with which they do not. */
  holds: readonly Facts[]
  fails: readonly Facts[]
}

export interface Section {
  title: string
  /** Where the documentation of json-rules-engine says it. */
  source: string
  points: readonly Point[]
}

export type StockOutcome = boolean | 'throws' | 'never ends'
export type OurOutcome = boolean | 'open' | 'refused' | 'throws'

/** A condition on which we differ on purpose. */
export interface Divergence {
  title: string
  why: string
  conditions: unknown
  setting?: Setting
  facts: Facts
  stock: StockOutcome
  ours: OurOutcome
}

export const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** A leaf where stock json-rules-engine wants a group. */
export const alone = (fact: string, operator: string, value: unknown) => ({ all: [leaf(fact, operator, value)] })
