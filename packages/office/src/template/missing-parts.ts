import { nextQuestions, type Policy } from '@tiaoli/engine'
import { pathOf, pointerOf, type NextQuestion, type Plan, type QuestionOptions } from '@tiaoli/engine/plan'
import { rootRow, RowsByPointer, type LedgerRow } from './ledger-records.ts'
import type { Scope } from '../scope.ts'

/** What of one kind of record keeps findings unknown. */
export interface MissingPart {
  /** Keys of columns, those that decide most first. */
  readonly keys: readonly string[]
  /** Whether whole records are missing, and so every fact of them. */
  readonly isWhole: boolean
  /** The keys of what each record lacks, by its pointer. */
  readonly lacking: ReadonlyMap<string, ReadonlySet<string>>
  /** Years without a record. */
  readonly years: readonly LedgerRow[]
}

interface Collected {
  readonly weights: Map<string, { settles: number; bears: number }>
  isWhole: boolean
  readonly lacking: Map<string, Set<string>>
  readonly years: LedgerRow[]
}

/** More questions than a ledger has. */
const ALL = 1_000_000

/** What to ask, by the kind of record in which the answer goes. Parameters are no facts of a ledger. */
export function missingParts(policy: Policy, ledger: unknown, options: QuestionOptions): Map<Scope, MissingPart> {
  const { plan } = policy
  const { questions } = nextQuestions(policy, ledger, { limit: ALL, ...options })
  const rows = new RowsByPointer(rootRow(plan.root, ledger))
  const parts = new Map<Scope, Collected>()
  const partOf = (scope: Scope) => {
    const part: Collected = parts.get(scope) ?? { weights: new Map(), isWhole: false, lacking: new Map(), years: [] }
    parts.set(scope, part)
    return part
  }
  for (const question of questions) {
    const place = placeOf(plan, question)
    if (!place) continue
    const { holder, pointer, key, records, year } = place
    const above = records && year !== undefined ? rows.at(holder, pointer) : undefined
    if (records) partOf(records).isWhole = true
    if (records && year !== undefined) {
      if (above) partOf(records).years.push({ scope: records, parent: above, step: year, place: '', json: {} })
      continue
    }
    const { weights, lacking } = partOf(holder)
    lacking.set(pointer, (lacking.get(pointer) ?? new Set()).add(key))
    const weight = weights.get(key) ?? { settles: 0, bears: 0 }
    weights.set(key, { settles: weight.settles + question.settles, bears: weight.bears + question.bears })
  }
  const scopes = [...plan.scopes.values()]
  // Nothing asks yet for what is in a year that is not there.
  const isInMissingYear = ({ parent }: Scope): boolean =>
    parent !== undefined && ((parent.keyed && parts.get(parent)?.isWhole) || isInMissingYear(parent))
  for (const scope of scopes.filter(isInMissingYear)) partOf(scope).isWhole = true
  return new Map(
    scopes.flatMap((scope) => {
      const part = parts.get(scope)
      return part ? [[scope, { ...part, keys: ranked(part) }] as const] : []
    }),
  )
}

function ranked({ weights }: Collected): string[] {
  return [...weights].sort(([, a], [, b]) => b.settles - a.settles || b.bears - a.bears).map(([key]) => key)
}

interface AskedPlace {
  /** The kind of record that holds the answer, and where that record is. */
  readonly holder: Scope
  readonly pointer: string
  readonly key: string
  /** The kind of records that are asked for, and of which year. */
  readonly records?: Scope
  readonly year?: number
}

function placeOf(plan: Plan, { fact: name, pointer }: NextQuestion): AskedPlace | undefined {
  if (pointer === undefined) return undefined
  const path = pathOf(pointer)
  const records = plan.scopes.get(name)
  if (records?.parent) {
    const isComplete = path.at(-2) === 'complete'
    const isYear = !isComplete && path.at(-1) !== records.list
    const above = path.slice(0, isComplete || isYear ? -2 : -1)
    return {
      holder: records.parent,
      pointer: pointerOf(above),
      key: `:${isComplete ? 'complete' : 'list'}.${records.list}`,
      records,
      ...(isYear ? { year: Number(path.at(-1)) } : {}),
    }
  }
  const fact = plan.facts.get(name)
  if (fact?.kind !== 'given') return undefined
  return { holder: fact.scope, pointer: pointerOf(path.slice(0, path.length - fact.path.length)), key: name }
}
