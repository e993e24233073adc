import { UNKNOWN, type Value } from '../values/value.ts'
import type { Text } from '../text/text.ts'
import type { Currency } from '../values/currency.ts'
import type { Unit } from '../schema/common-schema.ts'
import type { Expression } from './expression.ts'
import type { Scope } from './scope.ts'

/** `number` is the type of a number literal, which fits integers and money alike. */
export type ValueType =
  | 'boolean'
  | 'integer'
  | 'money'
  | 'rate'
  | 'date'
  | 'enum'
  | 'id'
  | 'text'
  | 'reference'
  | 'share'
  | 'number'

/** What every fact and parameter has in common: what it is called and how its values are shown. */
export interface Described {
  readonly name: string
  /** Where its values come from; of one that is not known, this tells why. */
  readonly kind: 'given' | 'derived' | 'parameter' | 'context' | 'formula'
  readonly label: Text
  readonly type: ValueType
  readonly unit: Unit | undefined
  /** Labels of the values of an enum. */
  readonly values: ReadonlyMap<string, Text> | undefined
  /** Of an amount of money. */
  readonly currency: Currency | undefined
  /** What none means here, in words. */
  readonly none: Text | undefined
}

interface FactBase extends Described {
  readonly pack: string
  readonly scope: Scope
  /** Place in a record's values. */
  readonly slot: number
}

/** A fact that the ledger gives. */
export interface Given extends FactBase {
  readonly kind: 'given'
  /** The properties from the record down to the value. */
  readonly path: readonly string[]
  /** Declares what none means, so that the ledger may say `null`. */
  readonly nullable: boolean
  /** A date that may lie after `asOf`. */
  readonly future: boolean
  /** A date that may be written down before it comes, and until then reads as null. */
  readonly planned: boolean
  /** A date in the record of a year that may lie in the next. */
  readonly intoNextYear: boolean
  /** A date that is null where the ledger leaves it out. */
  readonly absentIsNone: boolean
  /** Whether it is the duty bearer’s to change, so that `whatIf` may suppose it otherwise. */
  readonly isBearers: boolean
  /** The IANA time zone in which timestamps become days: that of its pack. */
  readonly timeZone: string
  /** The scope that a reference points at. */
  readonly to: Scope | undefined
  /** The scope of whose records it is an id, `null` where it is of none; undefined where the catalogue does not say. */
  readonly of: Scope | null | undefined
  /** Place among the scope's `references`, for a reference. */
  readonly linkIndex: number
  /** Given by the key of the record, not in it. */
  readonly isKey: boolean
  /** The facts of each group around it that may be null as a whole, the outermost first; set once all are declared. */
  groups: readonly (readonly Given[])[]
  min: Expression | undefined
  max: Expression | undefined
  equals: Expression | undefined
}

/** A fact computed by a formula. */
export interface Derived extends FactBase {
  readonly kind: 'derived'
  /** Place among the derived facts of a record: see `LedgerRecord.stamps`. */
  readonly mark: number
  readonly formula: Expression
  /** Whether it depends on the period or on the law in force, and so is computed for each context. */
  readonly varies: boolean
  /** Whether it has a value only for a period. */
  readonly usesPeriod: boolean
}

export type Fact = Given | Derived

/** What a fact is that the ledger leaves out: unknown, and certain where it cannot be null; null where that says so. */
export function blankOf({ scope, slot }: Fact): Value {
  const blank = scope.blank[slot]
  return blank === undefined ? UNKNOWN : blank
}
