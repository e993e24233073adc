import { escapedPattern } from '../escaped-pattern.ts'
import { isObject } from '@tiaoli/engine/plan'
import { UnitNames, type NamedLedger } from './unit-names.ts'

const ID = '[\\w.:-]+'

/** Sentences of the engine without ids: with the name of what has one, else with what is said of it besides. */
export class IdWords {
  readonly #names: ReadonlyMap<string, string>
  readonly #ids: ReadonlySet<string>
  /** 党组织书记（S027）, The secretary (S027), 党组织书记：S027. */
  readonly #beside: RegExp
  readonly #alone: RegExp

  constructor(source: NamedLedger) {
    const { policy, ledger } = source
    const facts = [...policy.plan.scopes.values()]
      .flatMap(({ given }) => given)
      .filter(({ type }) => ID_TYPES.has(type))
    const labels = [...new Set(facts.flatMap(({ label }) => [label.zh, label.en]))].sort((a, b) => b.length - a.length)
    const label = labels.map((words) => escapedPattern(words)).join('|') || '(?!)'
    this.#beside = new RegExp(`(${label})(?:（(${ID})）| \\((${ID})\\))`, 'gi')
    this.#alone = new RegExp(`^(${label})(：|: )(${ID})$`, 'i')
    const found = new Map<string, string | undefined>(new UnitNames(source).byId())
    collect(ledger, new Set(facts.map(({ path }) => path.at(-1)!)), found)
    this.#ids = new Set(found.keys())
    this.#names = new Map([...found].flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])))
  }

  without(text: string): string {
    return text
      .replaceAll(this.#beside, (_, label: string, zh?: string, en?: string) => {
        const name = this.#names.get(zh ?? en ?? '')
        const plain =
          name === undefined || name === zh ? label.replace(/标识$/, '').replace(/^(the )?id of /i, '') : label
        if (name === undefined) return plain
        return zh === undefined ? `${label} (${name})` : `${plain.replace(/标识$/, '')}（${name}）`
      })
      .replace(this.#alone, (_, label: string, colon: string, id: string) => {
        const there = colon === '：' ? '有' : 'there is one'
        return `${label}${colon}${this.#names.get(id) ?? there}`
      })
      .replaceAll(/（[^（）]*?：([\w.:-]+)）/g, (all, id: string) => this.#inBrackets(all, id))
      .replaceAll(/ \([^()]*?: ([\w.:-]+)\)/g, (all, id: string) => this.#inBrackets(all, id))
  }

  /** Of what is said in brackets and ends with an id: by the name, or not at all. */
  #inBrackets(all: string, id: string): string {
    if (!this.#ids.has(id) || !/[A-Za-z]/.test(id)) return all
    const name = this.#names.get(id)
    return name === undefined ? '' : all.replace(id, () => name)
  }
}

const ID_TYPES: ReadonlySet<string> = new Set(['id', 'reference'])

/** The ids of a ledger, with the names of those records that have them. */
function collect(value: unknown, keys: ReadonlySet<string>, found: Map<string, string | undefined>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, keys, found)
  if (!isObject(value)) return
  const { id, name } = value
  if (typeof id === 'string' && typeof name === 'string' && !found.has(id)) found.set(id, name)
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && keys.has(key) && !found.has(inner)) found.set(inner, undefined)
    collect(inner, keys, found)
  }
}
