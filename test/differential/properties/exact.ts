import assert from 'node:assert/strict'
import type { Finding } from '@tiaoli/engine'
import { formatDay, parseDay } from '@tiaoli/engine/plan'
import { define } from '../property.ts'
import { consistentFindings, eachCase, worlds, type Scene } from '../world.ts'
import { DAYS } from '../world/catalogue.ts'
import type { Json } from '../world/condition.ts'
import { without } from '../world/ledger.ts'

/** So many fillings of a ledger are tried at most; ledgers with more are passed over. */
const FILLINGS = 400

export const exact = define({
  name: 'exact',
  claim: 'exact outcomes are those that trying out all fillings reaches',
  share: 0.1,
  sample: worlds,
  check: (world) =>
    eachCase(world, (scene) => {
      const { policy, whole, options, blanks } = scene
      const blank = blanks.filter((pointer) => valuesFor(pointer).length > 0).slice(0, 2)
      const left = without(whole, blank)
      const fillings = blank.reduce((product, pointer) => product * fitting(valuesFor)(left, pointer).length, 1)
      if (blank.length === 0 || fillings > FILLINGS) return 0
      const open = consistentFindings(policy, left, { ...options, exact: true, statuses: ['unknown'] })
      const told = [...(open ?? [])].filter(([, finding]) => finding.exact)
      for (const [key, finding] of told) compare(key, finding, scene, blank)
      return told.length
    }),
})

function compare(key: string, finding: Finding, scene: Scene, blank: readonly string[]): void {
  const reached = new Set<string>()
  const left = without(scene.whole, blank)
  const search = (valuesOf: ValuesOf) => {
    for (const status of outcomesOf(
      key,
      finding,
      scene,
      fillingsOf(scene.whole, blank, (pointer) => fitting(valuesOf)(left, pointer)),
    ))
      reached.add(status)
  }
  search(valuesFor)
  // Where nothing agrees with what is given, there is nothing to compare.
  if (reached.size === 0) return
  // A value between those that are tried as a rule may reach what they do not; it is looked for where it must be.
  for (const dense of blank) {
    if (finding.possible.every((outcome) => reached.has(outcome))) break
    search((pointer) => (pointer === dense ? denseValuesFor(pointer) : valuesFor(pointer)))
  }
  for (const outcome of reached)
    assert.ok(
      finding.possible.some((item) => item === outcome),
      `${key}: ${outcome} not listed`,
    )
  for (const outcome of finding.possible) assert.ok(reached.has(outcome), `${key}: ${outcome} listed, never reached`)
}

/** What a finding becomes under each filling that agrees with all else that is given. */
function* outcomesOf(
  key: string,
  { requirement, possible }: Finding,
  { policy, options }: Scene,
  fillings: Iterable<Json>,
): Generator<string> {
  for (const filled of fillings) {
    const after = consistentFindings(policy, filled, { ...options, requirements: [requirement] })?.get(key)
    if (after && after.status !== 'unknown') yield after.status
    // What is filled in may leave only to a later ledger what comes of it.
    else if (after && isOfEarlierLedger(after)) yield* after.possible.filter((outcome) => possible.includes(outcome))
  }
}

function isOfEarlierLedger({ unknownReasons = [] }: Finding): boolean {
  return unknownReasons.includes('earlier_ledger')
}

type ValuesOf = (pointer: string) => readonly unknown[]

/** Those that agree with what is left of a date: its month or its year. */
function fitting(valuesOf: ValuesOf): (left: Json, pointer: string) => readonly unknown[] {
  return (left, pointer) => {
    const kept = valueAt(left, pointer)
    if (typeof kept !== 'string') return valuesOf(pointer)
    const days = [...valuesOf(pointer), ...ALL_DAYS.filter((day) => /-(01|15|28|29|30|31)$/.test(day))]
    return [...new Set(days)].filter((day) => typeof day === 'string' && day.startsWith(kept))
  }
}

function valueAt(ledger: Json, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Json)[step] : undefined), ledger)
}

function* fillingsOf(whole: Json, blank: readonly string[], valuesOf: ValuesOf): Generator<Json> {
  const [pointer, ...rest] = blank
  if (pointer === undefined) yield whole
  else for (const value of valuesOf(pointer)) yield* fillingsOf(withValue(whole, pointer, value), rest, valuesOf)
}

function withValue(ledger: Json, pointer: string, value: unknown): Json {
  const copy = structuredClone(ledger)
  const path = pointer.split('/').slice(1)
  const last = path.pop()!
  const holder = path.reduce<unknown>((at, step) => (at === null ? null : (at as Json)[step]), copy)
  if (typeof holder === 'object' && holder !== null) (holder as Json)[last] = value
  return copy
}

/** Small ones on both sides of every literal, lengths of months, and the years that are reported with those around. */
const NUMBERS = [-1000, -60, -32, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 31, 60, 1000].concat([
  2016, 2017, 2018, 2019, 2020, 2021, 2022,
])
const COUNTS = NUMBERS.filter((number) => number >= 0)
const AROUND = [-63, -60, -32, -31, -29, -28, -4, -3, -2, -1, 0, 1, 2, 3, 4, 28, 31, 32, 60, 365, 366]
const YEARS = [2017, 2018, 2019, 2020, 2021].flatMap((year) => [`${year}-01-01`, `${year}-12-31`])
const BASES = [...DAYS, ...YEARS, '2018-06-15', '2018-06-30', '2019-02-15']
const EVERY_DAY = [
  ...new Set(BASES.flatMap((day) => AROUND.map((shift) => formatDay(parseDay(day)! + shift)))),
  '1990-01-01',
  '2030-01-01',
  '9999-12-31',
]
const FLAG = [true, false]

/** Values of a fact that between them fall on every side of whatever it is compared with. */
const VALUES: Record<string, readonly unknown[]> = {
  seats: COUNTS,
  stoves: COUNTS,
  rooms: [...NUMBERS, null],
  tables: [0, 1, 2, 3, 4],
  licensed: FLAG,
  gas: [...FLAG, null],
  kind: ['x', 'y', 'z', null],
  openedOn: EVERY_DAY,
  cleanedOn: [...EVERY_DAY, null],
  closesOn: [...EVERY_DAY, null],
  owner: ['A', 'B', 'C', 'D'],
  manager: ['A', 'B', 'C', 'D', null],
  grade: [0, 1, 2, 3],
  on: EVERY_DAY,
  value: FLAG,
  attestedOn: EVERY_DAY,
  trained: FLAG,
  since: [...EVERY_DAY, null],
  hours: [0, 1, 2, 3, null],
  days: [0, 1, 2, 3, 4],
  score: COUNTS,
  local: FLAG,
}

const ALL_DAYS = Array.from({ length: 1900 }, (_, i) => formatDay(parseDay('2016-12-01')! + i))
/** As far as any two days of a ledger lie apart, either way. */
const ALL_NUMBERS = Array.from({ length: 2001 }, (_, i) => i - 1000)
const ALL_COUNTS = ALL_NUMBERS.filter((number) => number >= 0)

/** Like `valuesFor`, with nothing left out between the least and the greatest. */
function denseValuesFor(pointer: string): readonly unknown[] {
  const values = valuesFor(pointer)
  const none = values.includes(null) ? [null] : []
  if (values.includes(EVERY_DAY[0])) return [...ALL_DAYS, ...none]
  if (!values.includes(COUNTS.at(-1))) return values
  return [...(values.includes(-1) ? ALL_NUMBERS : ALL_COUNTS), ...values]
}

function valuesFor(pointer: string): readonly unknown[] {
  return VALUES[pointer.split('/').at(-1)!] ?? []
}
