import { compile, PackError, type Policy } from '@tiaoli/engine'
import { BUNDLE } from '../access/actor-name.ts'
import type { AuditEvent } from '../audit/audit-chain.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import { BUNDLED_PACKS, type BundledPack } from './bundled-packs.ts'
import { commit } from '../audit/commit-change.ts'
import { findCurrent, listFiles, pinsOf, type Pin } from '../registry/version-store.ts'
import { storeFiles } from '../registry/pack-files.ts'
import { insertPublication, insertVersion, withDigests } from '../registry/insert-version.ts'
import { storedSource } from '../registry/pack-source.ts'

const REASON = '随程序提供 / bundled with the service'

/**
 * Puts the packs that the Worker brings into the registry, in one transaction. `seed` adds packs of which there is no
 * version, bound to what is published of the packs they use; where nothing is, or nothing that they fit, they wait, and
 * are named in the answer. `follow` also adds a bundled pack that differs from every version there is, and publishes
 * it unless a person's version is published or awaits it: on a developer's machine an edited file is served after a
 * restart, and an officer's decision stands.
 */
export async function seed(sql: SqlPort, mode: 'seed' | 'follow'): Promise<readonly string[]> {
  const known = new Set((await sql.all<{ pack: string }>('SELECT DISTINCT pack FROM versions')).map(({ pack }) => pack))
  if (mode === 'seed' && BUNDLED_PACKS.every(({ id }) => known.has(id))) return []
  const { answer } = await commit(sql, { name: BUNDLE, via: 'service' }, async () => {
    const seeding = new Seeding(sql)
    for (const pack of BUNDLED_PACKS) await (mode === 'seed' ? seeding.fill(pack) : seeding.follow(pack))
    const { added, waiting } = seeding
    return {
      events: added.map(({ event }) => event),
      statements: (auditSeq, at) => added.flatMap(({ statements }, i) => statements(auditSeq + i, at)),
      answer: waiting,
    }
  })
  return answer
}

interface Taken {
  pin: Pin
  isNew: boolean
}

interface Added {
  event: AuditEvent
  statements: (auditSeq: number, at: string) => Statement[]
}

class Seeding {
  readonly added: Added[] = []
  readonly waiting: string[] = []
  readonly #sql: SqlPort
  /** Which version of each bundled pack others are bound to, and whether it is one that this seeding adds. */
  readonly #versions = new Map<string, Taken>()

  constructor(sql: SqlPort) {
    this.#sql = sql
  }

  /** Adds a pack of which there is no version. */
  async fill(pack: BundledPack): Promise<void> {
    if ((await this.#latest(pack.id)) > 0) {
      const current = await findCurrent(this.#sql, pack.id)
      if (current) this.#bind(pack.id, current.version, false)
      return
    }
    try {
      if (pack.uses.every((id) => this.#versions.has(id))) return await this.#add(pack, 1, 1)
    } catch (error) {
      if (!(error instanceof PackError)) throw error
    }
    this.waiting.push(pack.id)
  }

  /** Adds a pack that differs from every version of it. */
  async follow(pack: BundledPack): Promise<void> {
    const latest = await this.#latest(pack.id)
    const same = await this.#findSame(pack, latest)
    if (same !== undefined) return this.#bind(pack.id, same, false)
    const last = await this.#lastPublication(pack.id)
    const publishes = latest === 0 || last?.actor === BUNDLE
    return this.#add(pack, latest + 1, publishes ? (last?.seq ?? 0) + 1 : undefined)
  }

  #bind(pack: string, version: number, isNew: boolean): void {
    this.#versions.set(pack, { pin: { pack, version }, isNew })
  }

  /** Adds a version; published, where it has a `seq`. */
  async #add(pack: BundledPack, number: number, seq: number | undefined): Promise<void> {
    const used = pack.uses.map((id) => this.#versions.get(id)!)
    const { plan, sha256 } = await this.#compile(pack, used)
    const pin = { pack: pack.id, version: number }
    const version = {
      ...pin,
      sha256,
      declaredVersion: plan.pack.version,
      summary: REASON,
      authors: [BUNDLE],
      approver: null,
      pins: used.map(({ pin: of }) => of),
    }
    this.#bind(pack.id, number, true)
    this.added.push({
      event: {
        action: number === 1 ? 'pack.seeded' : 'pack.followed',
        pack: pack.id,
        detail: { version: number, sha256, ...(seq !== undefined && { seq }) },
      },
      statements: (auditSeq, at) => [
        ...storeFiles(pack.files),
        ...insertVersion(version, withDigests(pack.files), auditSeq, at),
        ...(seq === undefined ? [] : [insertPublication({ ...pin, seq, actor: BUNDLE, reason: REASON }, auditSeq, at)]),
      ],
    })
  }

  /** The pack beside the packs that it uses, as they are in the registry or about to be. */
  async #compile(pack: BundledPack, used: readonly Taken[]): Promise<Policy> {
    if (used.every(({ isNew }) => isNew)) return pack.policy
    const bundled = (id: string) => BUNDLED_PACKS.find((other) => other.id === id)!.source
    const uses = used.map(async ({ pin, isNew }) => (isNew ? bundled(pin.pack) : storedSource(this.#sql, pin)))
    return compile({ files: pack.source.files, uses: await Promise.all(uses) })
  }

  async #latest(pack: string): Promise<number> {
    const row = await this.#sql.first<{ latest: number | null }>(
      'SELECT max(version) AS latest FROM versions WHERE pack = ?1',
      [pack],
    )
    return row?.latest ?? 0
  }

  async #lastPublication(pack: string): Promise<{ seq: number; actor: string } | undefined> {
    return this.#sql.first('SELECT seq, actor FROM publications WHERE pack = ?1 ORDER BY seq DESC LIMIT 1', [pack])
  }

  /** The version that has just the files of a bundled pack, and is bound to the same. */
  async #findSame(pack: BundledPack, latest: number): Promise<number | undefined> {
    const line = (parts: readonly string[]) => parts.toSorted().join('\n')
    const filesLine = (files: readonly { path: string; sha256: string }[]) =>
      line(files.map(({ path, sha256 }) => `${path} ${sha256}`))
    const pinsLine = (pins: readonly Pin[]) => line(pins.map(({ pack: used, version }) => `${used} ${version}`))
    const digests = Object.entries(withDigests(pack.files))
    const wanted = filesLine(digests.map(([path, { sha256 }]) => ({ path, sha256 })))
    const wantedPins = pinsLine(pack.uses.map((id) => this.#versions.get(id)!.pin))
    for (let version = latest; version > 0; version--) {
      if (filesLine(await listFiles(this.#sql, pack.id, version)) !== wanted) continue
      if (pinsLine(await pinsOf(this.#sql, pack.id, version)) === wantedPins) return version
    }
    return undefined
  }
}
