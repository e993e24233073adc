import { isObject } from '../json/is-object.ts'
import { InputError, type InputProblem } from '../errors/input-error.ts'
import { pointerOf } from '../json/pointer.ts'
import { presentable } from '../json/shown-pointer.ts'
import { closestName } from '../errors/closest-name.ts'
import type { RecordsByScope } from '../plan/records-by-scope.ts'
import type { Scope } from '../plan/scope.ts'
import type { Text } from '../text/text.ts'
import type { Property, PropertyLayout } from '../plan/record-layout.ts'
import { isRefusal, NULL_REFUSED, readLedgerDay, readName, readValue, type Refusal } from './read-value.ts'
import type { Value } from '../values/value.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import { isYear } from '../values/year.ts'

/** How many problems are listed before reading stops. */
const PROBLEM_LIMIT = 100

/**
 * Reads a ledger (parsed JSON) into records, or one record of a list by itself, below a record already read, and adds
 * them to `records`. Unknown properties and ill-typed values are refused, all of them at once, by an `InputError` that
 * names each place, from what is read, and repeats no value.
 */
export function readInto(
  records: RecordsByScope,
  scope: Scope,
  parent: LedgerRecord | undefined,
  position: number,
  raw: unknown,
): LedgerRecord {
  const reader = new Reader(records)
  const record = reader.record(scope, parent, position, raw)
  if (reader.problems.length > 0) throw new InputError('ledger', reader.problems)
  return record
}

/** Reports what is wrong with the way from the record where it was found; each level above puts its step before it. */
class Reader {
  readonly problems: InputProblem[] = []
  readonly #records: RecordsByScope

  constructor(records: RecordsByScope) {
    this.#records = records
  }

  record(scope: Scope, parent: LedgerRecord | undefined, position: number, raw: unknown): LedgerRecord {
    const record = new LedgerRecord(scope, parent, position)
    this.#records.add(record)
    if (scope.keyFact) record.values[scope.keyFact.slot] = position
    if (isObject(raw)) this.#properties(record, scope.recordLayout, raw)
    else if (!parent && (typeof raw === 'string' || raw instanceof Uint8Array))
      this.#refuse(
        'not-object',
        '这是台账的文本，尚未解析。请先用 parseLedger 解析；台账应为一个对象 { … }。',
        'This is the text of a ledger. Parse it with parseLedger first; a ledger is an object { … }.',
      )
    else
      this.#refuse(
        'not-object',
        `应为一个“${scope.label.zh}”对象 { … }。`,
        `Write one ${scope.label.en} as an object { … }.`,
      )
    return record
  }

  #properties(record: LedgerRecord, { properties, start }: PropertyLayout, raw: Record<string, unknown>): void {
    let last = start
    for (const name of Object.keys(raw)) {
      const { length } = this.problems
      if (length >= PROBLEM_LIMIT) return
      if (raw[name] === undefined) continue // not in JSON, and in a program the same as absent
      const likely = last.next
      const property = likely.name === name && likely !== start ? likely : properties.get(name)
      if (property) {
        last.next = property
        last = property
        this.#property(record, property, raw[name])
      } else
        this.#refuse(
          'unknown-property',
          '台账中没有这一项。请检查拼写或删去；姓名、证件号等一律不收。',
          'The ledger has no such property. Correct the spelling or remove it; personal names and identity numbers are never taken.',
          closestName(name, properties.keys()),
        )
      this.#place(name, length)
    }
  }

  #property(record: LedgerRecord, { fact, group, list, nullable, other }: Property, raw: unknown): void {
    if (fact) {
      const value = this.#accepted(readValue(fact, raw))
      if (value !== undefined) record.values[fact.slot] = value
    } else if (other === 'name') record.name = this.#accepted(readName(raw))
    else if (other === 'ledgerDay') this.#records.ledgerDay = this.#accepted(readLedgerDay(raw))
    else if (other === 'completeness') this.#completeness(record, raw)
    else if (list) {
      if (list.keyed) this.#keyed(record, list, raw)
      else this.#list(record, list, raw)
    } else if (group) {
      if (isObject(raw)) this.#properties(record, group, raw)
      else if (raw !== null) this.#refuse('not-object', '应为一个对象 { … }。', 'Write an object { … }.')
      else if (nullable) for (const slot of group.slots) record.values[slot] = null
      else this.#refuseNull()
    }
  }

  #list(record: LedgerRecord, scope: Scope, raw: unknown): void {
    if (!Array.isArray(raw)) {
      this.#refuse(
        'not-list',
        '应为列表 [ … ]；没有的写 []，不知道的不写。',
        'Write a list [ … ]; use [] for an empty list, and leave it out if it is unknown.',
      )
      return
    }
    const children: LedgerRecord[] = []
    record.setList(scope, children)
    for (let i = 0; i < raw.length && this.problems.length < PROBLEM_LIMIT; i++) {
      const { length } = this.problems
      children.push(this.record(scope, record, i, raw[i]))
      this.#place(i, length)
    }
  }

  #keyed(record: LedgerRecord, scope: Scope, raw: unknown): void {
    const { childIndex, none } = scope
    if (raw === null) {
      if (none) {
        record.empty = (record.empty ?? new Map()).set(childIndex, 'all')
        record.setList(scope, [])
      } else this.#refuseNull()
      return
    }
    if (!isObject(raw)) {
      this.#refuse(
        'not-object',
        '应为以年份为键的对象，如 { "2019": { … } }。',
        'Write an object keyed by year, such as { "2019": { … } }.',
      )
      return
    }
    const children: LedgerRecord[] = []
    let emptyYears: Set<number> | undefined
    // JavaScript puts years in order by itself.
    for (const key of Object.keys(raw)) {
      if (raw[key] === undefined) continue
      const { length } = this.problems
      if (!isYear(key))
        this.#refuse('not-year', '键应为 1900 至 2999 的年份。', 'The key must be a year from 1900 to 2999.')
      else if (raw[key] !== null) children.push(this.record(scope, record, Number(key), raw[key]))
      else if (none) emptyYears = (emptyYears ?? new Set()).add(Number(key))
      else this.#refuseNull()
      this.#place(key, length)
    }
    record.setList(scope, children)
    if (emptyYears) record.empty = (record.empty ?? new Map()).set(childIndex, emptyYears)
  }

  /** Which lists of a record are complete: `{ "years": true }`. */
  #completeness(record: LedgerRecord, raw: unknown): void {
    const lists = new Map(record.scope.children.map((scope) => [scope.list, scope]))
    if (!isObject(raw)) {
      this.#refuse('not-object', '应为一个对象 { … }。', 'Write an object { … }.')
      return
    }
    for (const [name, isComplete] of Object.entries(raw)) {
      const { length } = this.problems
      const scope = lists.get(name)
      if (!scope)
        this.#refuse(
          'unknown-list',
          `此处没有这个清单，可写：${[...lists.keys()].join('、')}。`,
          `The record has no such list. Write one of: ${[...lists.keys()].join(', ')}.`,
        )
      else if (typeof isComplete === 'boolean')
        record.completeness = (record.completeness ?? new Map()).set(scope.childIndex, isComplete)
      else this.#refuse('not-boolean', '应为 true 或 false。', 'Write true or false.')
      this.#place(name, length)
    }
  }

  #accepted<T extends Value>(value: T | Refusal): T | undefined {
    if (!isRefusal(value)) return value
    this.#refuse(value.code, value.message.zh, value.message.en)
    return undefined
  }

  #refuseNull(): void {
    this.#refuse(NULL_REFUSED.code, NULL_REFUSED.message.zh, NULL_REFUSED.message.en)
  }

  #refuse(code: string, zh: Text['zh'], en: Text['en'], suggestion?: string): void {
    this.problems.push({
      code,
      pointer: '',
      message: { zh, en },
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }

  /** The problems from some number on were found at a step further down. */
  #place(step: string | number, from: number): void {
    const { problems } = this
    for (let i = from; i < problems.length; i++) {
      const problem = problems[i]!
      problems[i] = { ...problem, pointer: pointerOf([presentable(step)]) + problem.pointer }
    }
  }
}
