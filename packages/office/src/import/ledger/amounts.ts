import type { Text } from '@tiaoli/engine'
import { groupedBy, ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { ImportNoteCode } from './import-result.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import { isUnusual } from '../../values/unusual-amount.ts'
import { isNearerInOtherUnit } from '../../values/nearer-unit.ts'

/** An amount that was read from a cell. */
interface Amount {
  readonly fact: string
  readonly record: DraftRecord
  readonly value: number
  /** How many of the smallest unit of the currency the unit of its column is; none where the cell names its own. */
  readonly times: number | undefined
  /** Whether the sheet or the cell names the unit, and not the mapping alone. */
  readonly isWritten: boolean
  /** Whether the cell names it, as somebody does who is sure. */
  readonly isSure: boolean
  readonly place: FilePlace
}

/** Two others may both be wrong; of three amounts, one can be unlike the others. */
const OTHERS = 2

/**
 * The amounts that were read. One that was written in another unit is far from what else is known: of the same record in
 * other years or in the earlier ledger, from the others of its column, or from what is usual.
 */
export class Amounts {
  readonly #all: Amount[] = []

  add(amount: Amount): void {
    if (amount.value > 0) this.#all.push(amount)
  }

  /** Notes each amount that is hard to believe, for the first reason that there is; `before` has those known by their keys. */
  tellUnlikely(draft: DraftLedger, before: ReadonlyMap<string, readonly number[]>): void {
    const units = new Set(Object.values(draft.words.units))
    const columns = groupedBy(
      this.#all.filter(({ times }) => times !== undefined),
      ({ fact }) => fact,
    )
    const middles = new Map(
      [...columns].flatMap(([fact, all]) =>
        all.length > OTHERS ? [[fact, middleOf(all.map(({ value }) => value))]] : [],
      ),
    )
    const keys = new Map(this.#all.map((amount) => [amount, keyOfAmount(amount)]))
    const ofOne = groupedBy(this.#all, (amount) => keys.get(amount)!)
    for (const amount of this.#all) {
      const { fact, record, value, times } = amount
      const tell = (code: ImportNoteCode) => tellAmount(draft, amount, code)
      const isFarFrom = (other: number | undefined) =>
        times !== undefined && other !== undefined && isNearerInOtherUnit(value, other, { times, units })
      const key = keys.get(amount)!
      const otherYears = ofOne.get(key)!.filter((other) => other.record !== record)
      const known = [...(before.get(key) ?? []), ...otherYears.map((other) => other.value)]
      if (known.length > 0 && isFarFrom(middleOf(known))) tell('amount-unlike-before')
      else if (isFarFrom(middles.get(fact))) tell('amount-unlike-others')
      else if (isUnusual(draft.mapping, fact, value)) tell('amount-unusual')
    }
  }
}

/** One of which the cell does not say in which unit it is stays out of the ledger. */
function tellAmount(
  draft: DraftLedger,
  { fact, record, isWritten, isSure, place }: Amount,
  code: ImportNoteCode,
): void {
  const part = ledgerPart(draft.plan.scopes, fact)
  if (!isSure && part?.kind === 'fact') record.contest(part.path, place)
  draft.note(code, place, isSure ? {} : { text: isWritten ? UNLIKELY : WITHOUT_UNIT })
}

const UNLIKELY: Text = {
  zh: '与通常的或其他的金额相差悬殊，像是用另一种单位写的，未填入台账。请核对金额和单位；确实是这个数的，在金额后写明单位，如“3.5万元”。',
  en: 'This amount is far from what is usual or from others, as if it were in another unit. It is not in the ledger: check it, and its unit; if it is right, write the unit behind the amount.',
}

const WITHOUT_UNIT: Text = {
  zh: '与通常的或其他的金额相差悬殊，而表上没有写明单位，不知是元还是万元，未填入台账。请在列名后写明单位，如“（元）”或“（万元）”。',
  en: 'This amount is far from what is usual or from others, and the sheet does not say in which unit it is. It is not in the ledger: write the unit behind the heading.',
}

/** The amounts of a fact of one organization, whatever the year. */
function keyOfAmount({ fact, record }: Amount): string {
  let at: DraftRecord | undefined = record
  while (at && typeof at.valueOf(['id']) !== 'string') at = at.parent
  return amountKey(at?.valueOf(['id']), fact)
}

export function amountKey(id: unknown, fact: string): string {
  return `${typeof id === 'string' ? id : ''} ${fact}`
}

/** In the middle by their order of magnitude. */
function middleOf(numbers: readonly number[]): number {
  const sorted = numbers.map((number) => Math.log(number)).sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return Math.exp(sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2)
}
