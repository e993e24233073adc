import { InputError, type InputProblem } from '../errors.ts'
import { pointerOf } from '../load/pointer.ts'
import { nearest } from '../load/suggest.ts'
import type { Layout, LayoutEntry, Scope } from '../model/scope.ts'
import type { Text } from '../schema/common.ts'
import { isRefusal, PERSONAL_NUMBER, readValue } from './read-value.ts'
import { Subject } from './subject.ts'

/** How many problems are listed before reading stops. */
const PROBLEM_LIMIT = 100
const YEAR = /^[12]\d{3}$/
const NAME_LENGTH = 160

/** Records in the order of the ledger, by scope. */
export type Records = ReadonlyMap<Scope, Subject[]>

/**
 * Reads a ledger (parsed JSON) into records. Unknown properties and ill-typed values are refused,
 * all of them at once, by an `InputError` that names each place and repeats no value.
 */
export function readLedger(root: Scope, scopes: Iterable<Scope>, ledger: unknown): { root: Subject; records: Records } {
  const reader = new Reader(scopes)
  const subject = reader.record(root, undefined, 0, ledger, [])
  if (reader.problems.length > 0) throw new InputError('ledger', reader.problems)
  return { root: subject, records: reader.records }
}

/** Reads one record of a list by itself, below a record already read; pointers in problems start at the record. */
export function readRecord(
  scope: Scope,
  scopes: Iterable<Scope>,
  parent: Subject,
  position: number,
  raw: unknown,
): { subject: Subject; records: Records } {
  const reader = new Reader(scopes)
  const subject = reader.record(scope, parent, position, raw, [])
  if (reader.problems.length > 0) throw new InputError('ledger', reader.problems)
  return { subject, records: reader.records }
}

type Steps = (string | number)[]

class Reader {
  readonly problems: InputProblem[] = []
  readonly records: Map<Scope, Subject[]>

  constructor(scopes: Iterable<Scope>) {
    this.records = new Map([...scopes].map((scope) => [scope, []]))
  }

  record(scope: Scope, parent: Subject | undefined, position: number, raw: unknown, at: Steps): Subject {
    const subject = new Subject(scope, parent, position)
    this.records.get(scope)!.push(subject)
    const key = scope.keyed ? scope.given.find((fact) => fact.isKey) : undefined
    if (key) subject.values[key.slot] = position
    if (isObject(raw)) this.#properties(subject, scope.layout, raw, at)
    else
      this.#refuse(
        'not-object',
        at,
        `应为一个“${scope.label.zh}”对象 { … }。`,
        `Write one ${scope.label.en} as an object { … }.`,
      )
    return subject
  }

  #properties(subject: Subject, layout: Layout, raw: Record<string, unknown>, at: Steps): void {
    for (const property of Object.keys(raw)) {
      if (this.problems.length >= PROBLEM_LIMIT) return
      const entry = layout.get(property)
      at.push(property)
      if (entry) this.#property(subject, entry, raw[property], at)
      else
        this.#refuse(
          'unknown-property',
          at,
          '台账中没有这一项。请检查拼写或删去；姓名、证件号等一律不收。',
          'The ledger has no such property. Correct the spelling or remove it; names and identity numbers are never taken.',
          nearest(property, layout.keys()),
        )
      at.pop()
    }
  }

  #property(subject: Subject, entry: LayoutEntry, raw: unknown, at: Steps): void {
    if (entry.kind === 'fact') {
      const value = readValue(entry.fact, raw)
      if (isRefusal(value)) this.#refuse(value.code, at, value.message.zh, value.message.en)
      else subject.values[entry.fact.slot] = value
    } else if (entry.kind === 'list') {
      if (entry.scope.keyed) this.#keyed(subject, entry.scope, raw, at)
      else this.#list(subject, entry.scope, raw, at)
    } else if (raw === null) {
      if (entry.none) setNone(subject, entry.layout)
      else this.#refuseNull(at)
    } else if (isObject(raw)) this.#properties(subject, entry.layout, raw, at)
    else this.#refuse('not-object', at, '应为一个对象 { … }。', 'Write an object { … }.')
  }

  #list(subject: Subject, scope: Scope, raw: unknown, at: Steps): void {
    if (!Array.isArray(raw)) {
      this.#refuse(
        'not-list',
        at,
        '应为列表 [ … ]；没有的写 []，不知道的不写。',
        'Write a list [ … ]; [] if there are none, nothing if it is not known.',
      )
      return
    }
    const children: Subject[] = []
    subject.children[scope.childIndex] = children
    for (let i = 0; i < raw.length && this.problems.length < PROBLEM_LIMIT; i++) {
      at.push(i)
      children.push(this.record(scope, subject, i, raw[i], at))
      at.pop()
    }
  }

  #keyed(subject: Subject, scope: Scope, raw: unknown, at: Steps): void {
    const index = scope.childIndex
    if (raw === null) {
      if (scope.none) {
        subject.empty = (subject.empty ?? new Map()).set(index, 'all')
        subject.children[index] = []
      } else this.#refuseNull(at)
      return
    }
    if (!isObject(raw)) {
      this.#refuse(
        'not-object',
        at,
        '应为以年份为键的对象，如 { "2019": { … } }。',
        'Write an object keyed by year, such as { "2019": { … } }.',
      )
      return
    }
    const children: Subject[] = []
    const emptyYears = new Set<number>()
    for (const key of Object.keys(raw).sort()) {
      at.push(key)
      if (!YEAR.test(key)) this.#refuse('not-year', at, '键应为四位年份。', 'The key must be a year of four digits.')
      else if (raw[key] !== null) children.push(this.record(scope, subject, Number(key), raw[key], at))
      else if (scope.none) emptyYears.add(Number(key))
      else this.#refuseNull(at)
      at.pop()
    }
    subject.children[index] = children
    if (emptyYears.size > 0) subject.empty = (subject.empty ?? new Map()).set(index, emptyYears)
  }

  #refuseNull(at: Steps): void {
    this.#refuse(
      'null-refused',
      at,
      'null 表示“确知没有”，此项没有这种情形。不知道的请留空（不写此项）。',
      'null means "known to be none", which this cannot be. Leave it out if it is not known.',
    )
  }

  #refuse(code: string, at: Steps, zh: Text['zh'], en: Text['en'], suggestion?: string): void {
    this.problems.push({
      code,
      pointer: pointerOf(at.map(presentable)),
      message: { zh, en },
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }
}

/** A property's name as errors repeat it: not where it holds a personal number, nor at any length. */
function presentable(step: string | number): string | number {
  return typeof step === 'string' && (step.length > NAME_LENGTH || PERSONAL_NUMBER.test(step)) ? '…' : step
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** A group that is none: so is every fact in it. */
function setNone(subject: Subject, layout: Layout): void {
  for (const entry of layout.values()) {
    if (entry.kind === 'fact') subject.values[entry.fact.slot] = null
    else if (entry.kind === 'group') setNone(subject, entry.layout)
  }
}
