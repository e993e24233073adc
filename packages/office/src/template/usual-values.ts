import { isRefusal, readValue, type Plan } from '@tiaoli/engine/plan'
import { isNearerInOtherUnit } from '../values/nearer-unit.ts'
import { readCell } from '../values/read-cell.ts'
import { TextForms } from '../values/text-form.ts'
import { isUnusual } from '../values/unusual-amount.ts'
import { usualSettings } from '../values/usual-settings.ts'
import { vocabularyOf, type Vocabulary } from '../values/vocabulary.ts'
import { keyOf } from '../values/words.ts'
import type { Cell } from '../workbook.ts'
import { isNoneWord, type CellAnswer, type CellForm, type Given } from './cell-values.ts'

type Literal = string | number | boolean | null

const READ: ReadonlySet<string> = new Set(['boolean', 'date', 'enum', 'integer', 'money'] satisfies Given['type'][])

/** Reads cells as offices write them elsewhere, by what the mappings of a pack say of their words: 12人, 群众, √. */
export class UsualValues {
  readonly #words: Vocabulary
  readonly #settings: ReturnType<typeof usualSettings>
  readonly #yuan: string | undefined
  readonly #forms = new Map<string, TextForms<Literal>>()

  private constructor(plan: Plan) {
    this.#settings = usualSettings(plan)
    this.#words = vocabularyOf(this.#settings)
    this.#yuan = ['元', plan.pack.currency?.sign.zh].find((unit) => unit !== undefined && unit in this.#words.units)
    for (const [fact, meanings] of meaningsIn(plan)) this.#forms.set(fact, new TextForms(meanings))
  }

  static of(plan: Plan): UsualValues {
    let values = KNOWN.get(plan)
    if (!values) KNOWN.set(plan, (values = new UsualValues(plan)))
    return values
  }

  /** What a cell says of the fact of its column, for certain. */
  read({ words, free }: CellForm, fact: Given | undefined, cell: Cell): CellAnswer {
    const isNone = this.#words.none.has(keyOf(cell.text)) && /\p{L}/u.test(cell.text)
    const none = [...words].find(([word]) => isNoneWord(word))
    if (isNone && none) return { kind: 'value', value: none[1] }
    if (!fact || !READ.has(fact.type)) return { kind: 'not-understood' }
    const value = this.#valueOf(fact, cell)
    const isRead = value !== undefined && !isRefusal(readValue(fact, value))
    const isHeld = free !== undefined || [...words.values()].includes(value)
    return isRead && isHeld ? { kind: 'value', value } : { kind: 'not-understood' }
  }

  /** Whether an amount without a unit of its own is far from what it was before, as if it were in another unit. */
  isUnlike({ type, currency }: Given, before: unknown, value: unknown, { text }: Cell): boolean {
    if (type !== 'money' || typeof before !== 'number' || typeof value !== 'number') return false
    if (before <= 0 || value <= 0 || !/\d$/.test(keyOf(text))) return false
    const times = 10 ** (currency?.minor.digits ?? 2)
    return isNearerInOtherUnit(value, before, { times, units: Object.values(this.#words.units) })
  }

  /** Whether an amount without a unit of its own is beyond what is usual of its fact. */
  isUnusual({ type, name }: Given, value: unknown, { text }: Cell): boolean {
    const isBare = type === 'money' && typeof value === 'number' && value > 0 && /\d$/.test(keyOf(text))
    return isBare && isUnusual(this.#settings, name, value)
  }

  #valueOf(fact: Given, cell: Cell): unknown {
    const match = this.#forms.get(fact.name)?.match(cell.text)
    if (match) return match.meaning
    const read = readCell(fact, cell, this.#words, this.#yuan)
    return 'fault' in read ? undefined : read.value
  }
}

const KNOWN = new WeakMap<Plan, UsualValues>()

/** What the words of columns mean that give a fact, where all of them agree. */
function meaningsIn({ imports, scopes }: Plan): Map<string, Record<string, Literal>> {
  const found = new Map<string, Map<string, Set<Literal>>>()
  const attested = new Set([...scopes.values()].flatMap(({ given }) => given.map(({ name }) => name)))
  for (const { tables } of imports.values())
    for (const { fact, words = {} } of tables.flatMap(({ columns = [] }) => columns)) {
      if (fact === undefined) continue
      const name = attested.has(fact) ? fact : `${fact}.value`
      const meanings = found.get(name) ?? new Map<string, Set<Literal>>()
      found.set(name, meanings)
      for (const [form, meaning] of Object.entries(words))
        if (typeof meaning !== 'object' || meaning === null)
          meanings.set(form, (meanings.get(form) ?? new Set()).add(meaning))
    }
  return new Map(
    [...found].map(([name, meanings]) => [
      name,
      Object.fromEntries([...meanings].flatMap(([form, all]) => (all.size === 1 ? [[form, [...all][0]!]] : []))),
    ]),
  )
}
