import { compile, type Policy } from '@tiaoli/engine'
import type { AuditEvent } from '../audit/chain.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import { BUNDLED_PACKS, type BundledPack } from './bundle.ts'
import { commit } from './commit.ts'
import { findCurrent, listFiles, pinsOf, type Pin } from './editions.ts'
import { storeFiles } from './files.ts'
import { insertPublication, insertVersion, withDigests } from './insert-version.ts'
import { storedSource } from './sources.ts'

const BUNDLE = { name: 'bundle', via: 'service' }
const REASON = '随程序提供 / bundled with the service'

/**
 * Puts the packs that the Worker brings into the registry, in one transaction. `seed` adds packs of which there is no
 * version; `follow` also adds a bundled pack that differs from every version there is, and publishes it unless a
 * person published last: on a developer's machine an edited file is served after a restart, and an officer's
 * decision stands.
 */
export async function seed(sql: SqlPort, mode: 'seed' | 'follow'): Promise<void> {
  const known = new Set((await sql.all<{ pack: string }>('SELECT DISTINCT pack FROM versions')).map(({ pack }) => pack))
  if (mode === 'seed' && BUNDLED_PACKS.every(({ id }) => known.has(id))) return
  await commit(sql, BUNDLE, async () => {
    const seeding = new Seeding(sql)
    for (const pack of BUNDLED_PACKS) await seeding.take(pack, mode)
    const { added } = seeding
    return {
      events: added.map(({ event }) => event),
      statements: (auditSeq, at) => added.flatMap(({ statements }, i) => statements(auditSeq + i, at)),
      answer: undefined,
    }
  })
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
  readonly #sql: SqlPort
  /** Which version each bundled pack is, and whether it is one that this seeding adds. */
  readonly #versions = new Map<string, Taken>()

  constructor(sql: SqlPort) {
    this.#sql = sql
  }

  async take(pack: BundledPack, mode: 'seed' | 'follow'): Promise<void> {
    const digests = withDigests(pack.files)
    const used = pack.uses.map((id) => this.#versions.get(id)!)
    const pins = used.map(({ pin }) => pin)
    const latest = await this.#latest(pack.id)
    const current = await findCurrent(this.#sql, pack.id)
    const same = await this.#findSame(pack.id, latest, digests, pins)
    const taken = same ?? (mode === 'seed' ? current?.version : undefined)
    if (taken !== undefined) {
      this.#versions.set(pack.id, { pin: { pack: pack.id, version: taken }, isNew: false })
      return
    }
    const { plan, sha256 } = await this.#compile(pack, used)
    const pin = { pack: pack.id, version: latest + 1 }
    const version = {
      ...pin,
      sha256,
      declaredVersion: plan.pack.version,
      summary: REASON,
      authors: [BUNDLE.name],
      approver: null,
      pins,
    }
    const publishes = current === undefined || (await this.#wasPublishedByBundle(pack.id))
    const publication = { ...pin, seq: (current?.seq ?? 0) + 1, actor: BUNDLE.name, reason: REASON }
    this.#versions.set(pack.id, { pin, isNew: true })
    this.added.push({
      event: {
        action: latest === 0 ? 'pack.seeded' : 'pack.followed',
        pack: pack.id,
        detail: { version: pin.version, sha256, ...(publishes && { seq: publication.seq }) },
      },
      statements: (auditSeq, at) => [
        ...storeFiles(pack.files),
        ...insertVersion(version, digests, auditSeq, at),
        ...(publishes ? [insertPublication(publication, auditSeq, at)] : []),
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

  async #wasPublishedByBundle(pack: string): Promise<boolean> {
    const last = await this.#sql.first<{ actor: string }>(
      'SELECT actor FROM publications WHERE pack = ?1 ORDER BY seq DESC LIMIT 1',
      [pack],
    )
    return last?.actor === BUNDLE.name
  }

  /** The version that has just these files and these used packs. */
  async #findSame(
    pack: string,
    latest: number,
    digests: Readonly<Record<string, { sha256: string }>>,
    pins: readonly Pin[],
  ): Promise<number | undefined> {
    const line = (parts: readonly string[]) => parts.toSorted().join('\n')
    const wanted = line(Object.entries(digests).map(([path, { sha256 }]) => `${path} ${sha256}`))
    const wantedPins = line(pins.map(({ pack: used, version }) => `${used} ${version}`))
    for (let version = latest; version > 0; version--) {
      const files = await listFiles(this.#sql, pack, version)
      if (line(files.map(({ path, sha256 }) => `${path} ${sha256}`)) !== wanted) continue
      const used = await pinsOf(this.#sql, pack, version)
      if (line(used.map((pin) => `${pin.pack} ${pin.version}`)) === wantedPins) return version
    }
    return undefined
  }
}
