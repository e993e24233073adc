import { signal } from '@preact/signals'
import type { PackSource } from '@tiaoli/engine'
import type { Rules } from '../engine/calls.ts'
import type { Engine } from '../engine/engine.ts'
import { loaded, LOADING, NONE, type Loading } from './loading.ts'
import { listPacks, readSource, ServerError, type Samples } from './server.ts'

/** The rules that are in force, with their version. */
export type PublishedRules = Rules & { readonly version: number }

/** The rules by which the page goes, and whether others are in force by now. */
export class RulesInForce {
  readonly rules = signal<Loading<PublishedRules>>(NONE)
  /** The version that is in force, as the service said last. */
  readonly version = signal<number | undefined>(undefined)
  /** The rules as they are published. */
  source: PackSource | undefined
  readonly samples = signal<Samples>({})
  readonly #engine: Engine
  /** Counts how often they were asked for: a late answer to another token is not to be taken up. */
  #turn = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Asks the service for the rules, and has them taken up before anybody sees them. */
  async load(takeUp: (rules: Rules) => void): Promise<void> {
    const turn = ++this.#turn
    this.rules.value = LOADING
    const published = await loaded(newestPublished)
    if (turn !== this.#turn) return
    if (published.state !== 'ready') {
      this.rules.value = published
      return
    }
    const { source, samples, version } = published.value
    const opened = await loaded(() => this.#engine.call('openRules', { source }))
    if (turn !== this.#turn) return
    if (opened.state !== 'ready') {
      this.rules.value = opened
      return
    }
    this.samples.value = samples
    this.source = source
    this.version.value = version
    takeUp(opened.value)
    this.rules.value = { state: 'ready', value: { ...opened.value, version } }
  }

  /** The pack of the rules, once they are there. */
  get pack(): string | undefined {
    return this.rules.value.state === 'ready' ? this.rules.value.value.id : undefined
  }

  hasProfile(profile: string | undefined): boolean {
    return this.rules.value.state === 'ready' && this.rules.value.value.profiles.some(({ id }) => id === profile)
  }

  /** Asks which version is in force by now. The page goes on with its own until somebody takes that one. */
  async look(): Promise<void> {
    const { pack } = this
    if (pack === undefined) return
    const packs = await listPacks().catch(() => undefined)
    // Without an answer, what the service said last stands.
    if (packs) this.version.value = packs.find(({ id }) => id === pack)?.version
  }

  /** The version that is in force by now, where that is another than the one of this page. */
  get other(): number | undefined {
    const rules = this.rules.value
    const inForce = this.version.value
    return rules.state === 'ready' && inForce !== rules.value.version ? inForce : undefined
  }
}

async function newestPublished() {
  const [first] = await listPacks()
  if (!first) throw new ServerError(404)
  return { ...(await readSource(first.id, first.version)), version: first.version }
}
