import type { EvaluateOptions } from '@tiaoli/engine'
import { isUnknown, recordPointer, type Plan } from '@tiaoli/engine/plan'
import { Evaluation, readOptions } from '@tiaoli/engine/runtime'
import { seeded, type Random } from './random.ts'

type Json = Record<string, unknown>
type Scope = Plan['root']
type Given = Scope['given'][number]

/** How many values are tried for a blank before it is left: a value may contradict another. */
const TRIES = 8

/**
 * Fills every blank of a ledger, in place, so that engines without unknowns can answer too. Lists not given are empty,
 * references lead nowhere, keyed records are there for the one year; every other
 * fact gets a value that contradicts no other, fact by fact, the same every time.
 */
export function fillBlanks(plan: Plan, ledger: unknown, options: EvaluateOptions, year: number): void {
  addLists(plan.root, ledger as Json, year)
  const random = seeded(20_181_130)
  const settings = readOptions(plan, options)
  for (const fact of plan.facts.values()) {
    if (fact.kind !== 'given' || fact.isKey) continue
    for (let tried = 0; tried < TRIES; tried++) {
      const { records } = new Evaluation({ plan }, ledger, settings).session.index
      const open = records.of(fact.scope).filter((record) => isUnknown(record.value(fact)))
      if (open.length === 0) break
      for (const record of open) {
        const value = record.value(fact)
        const least = isUnknown(value) && Number.isFinite(value.least) ? value.least : 0
        setFact(recordAt(ledger, recordPointer(record)), fact.path, valueFor(fact, least, random))
      }
    }
  }
}

function addLists({ layout }: Scope, record: Json, year: number): void {
  for (const [key, entry] of layout) {
    if (entry.kind !== 'list') continue
    const list = (record[key] ??= entry.scope.keyed ? {} : []) as Json
    if (entry.scope.keyed) list[year] ??= {}
    for (const below of Object.values(list)) if (below !== null) addLists(entry.scope, below as Json, year)
  }
}

function recordAt(ledger: unknown, pointer: string): Json {
  const steps = pointer.split('/').slice(1)
  return steps.reduce((at, step) => at[step] as Json, ledger as Json)
}

function setFact(record: Json, path: readonly string[], value: unknown): void {
  const groups = path.slice(0, -1)
  const holder = groups.reduce((at, step) => (at[step] ??= {}) as Json, record)
  if (value === undefined) delete holder[path.at(-1)!]
  else holder[path.at(-1)!] = value
}

function valueFor({ type, values, nullable, max, equals }: Given, least: number, random: Random): unknown {
  if (nullable && random(3) === 0) return null
  switch (type) {
    case 'boolean':
      return random(2) === 0
    case 'integer':
    case 'money':
      return least + (max || equals ? 0 : random(4)) // the least is what others allow
    case 'rate':
      return `${random(3)}%`
    case 'date':
      return `${2018 + random(3)}-0${1 + random(9)}-1${random(10)}`
    case 'enum':
      return [...(values?.keys() ?? [])][random(values?.size ?? 1)]
    case 'reference':
      return nullable ? null : undefined
    default:
      return 'filled-in'
  }
}
