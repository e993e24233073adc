import { compile, PackError, type Policy } from '@tiaoli/engine'
import { BUNDLE } from '../access/actor-name.ts'
import type { AuditEvent } from '../audit/audit-chain.ts'
import { commitWithAudit, type SignedLog } from '../audit/commit-with-audit.ts'
import { isDomainError } from '../errors/domain-error.ts'
import { digestsOf, insertFileTexts } from '../registry/file-texts.ts'
import { loadVersion } from '../registry/pack-source.ts'
import { findLatestPublication, findPublishedEdition, insertPublication } from '../registry/publication-store.ts'
import { listVersionFiles } from '../registry/version-files.ts'
import {
  findVersion,
  insertVersion,
  latestVersionNumber,
  pinsOf,
  wholeVersion,
  type Pin,
} from '../registry/version-store.ts'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import { BUNDLED_PACKS, type BundledPack } from './bundled-packs.ts'

/** The reason of publications, and the summary of versions, that the service itself makes. */
const REASON = '随程序提供 / Bundled with the service'

/**
 * Adds the bundled packs to the registry, in one transaction, and returns the ids of those that wait.
 *
 * `seed` adds packs without any version, bound to the published versions of the packs they use. A pack waits while one
 * of those is not published, or does not fit.
 *
 * `follow` also adds a bundled pack that differs from all its versions, and publishes it unless a version that a person
 * made is published or awaits publication: on a developer's machine an edited file is served after a restart, and a
 * person's decision is not overturned. An edited pack that has errors waits, and what was published is served.
 */
export async function seedBundledPacks(
  log: SignedLog,
  mode: 'seed' | 'follow',
  packs: readonly BundledPack[] = BUNDLED_PACKS,
): Promise<readonly string[]> {
  const { sql } = log
  const known = new Set((await sql.all<{ pack: string }>('SELECT DISTINCT pack FROM versions')).map(({ pack }) => pack))
  if (mode === 'seed' && packs.every(({ id }) => known.has(id))) return []
  const { result } = await commitWithAudit(log, { name: BUNDLE, via: 'service' }, async (at) => {
    const seeding = new Seeding(sql, packs, at)
    for (const pack of packs) await (mode === 'seed' ? seeding.addMissing(pack) : seeding.follow(pack))
    const { additions, waiting } = seeding
    return {
      events: additions.map(({ event }) => event),
      statements: (auditSeq) => additions.flatMap(({ statements }, i) => statements(auditSeq + i)),
      result: waiting,
    }
  })
  return result
}

/** The version of a bundled pack that other packs are bound to. */
interface BoundVersion {
  pin: Pin
  /** Whether this seeding adds it. */
  isNew: boolean
}

interface Addition {
  event: AuditEvent
  statements: (auditSeq: number) => Statement[]
}

class Seeding {
  readonly additions: Addition[] = []
  readonly waiting: string[] = []
  readonly #sql: SqlPort
  readonly #packs: readonly BundledPack[]
  readonly #at: string
  /** By pack. */
  readonly #bound = new Map<string, BoundVersion>()

  constructor(sql: SqlPort, packs: readonly BundledPack[], at: string) {
    this.#sql = sql
    this.#packs = packs
    this.#at = at
  }

  /** Adds a pack that has no version. */
  async addMissing(pack: BundledPack): Promise<void> {
    if ((await latestVersionNumber(this.#sql, pack.id)) > 0) return this.#bindPublished(pack)
    await this.#addIfItFits(pack, 1, 1)
  }

  /** Adds a pack that differs from all its versions. */
  async follow(pack: BundledPack): Promise<void> {
    const latest = await latestVersionNumber(this.#sql, pack.id)
    const same = await this.#findSameVersion(pack, latest)
    if (same !== undefined) return this.#bind(pack.id, same, false)
    const publication = await findLatestPublication(this.#sql, pack.id)
    const publishes = latest === 0 || publication?.actor === BUNDLE
    const seq = publishes ? (publication?.seq ?? 0) + 1 : undefined
    if (!(await this.#addIfItFits(pack, latest + 1, seq))) await this.#bindPublished(pack)
  }

  /** Adds a version of a pack that has no errors and fits the packs it uses; another waits. */
  async #addIfItFits(pack: BundledPack, version: number, seq: number | undefined): Promise<boolean> {
    try {
      if (this.#hasWhatItUses(pack)) {
        await this.#add(pack, version, seq)
        return true
      }
    } catch (error) {
      const isDamaged = isDomainError(error) && error.code === 'damaged-version'
      if (!(error instanceof PackError || isDamaged)) throw error
    }
    this.waiting.push(pack.id)
    return false
  }

  #hasWhatItUses({ uses }: BundledPack): boolean {
    return uses.every((id) => this.#bound.has(id))
  }

  async #bindPublished({ id }: BundledPack): Promise<void> {
    const published = await findPublishedEdition(this.#sql, id)
    if (published) this.#bind(id, published.version, false)
  }

  #bind(pack: string, version: number, isNew: boolean): void {
    this.#bound.set(pack, { pin: { pack, version }, isNew })
  }

  /** Adds a version, and publishes it if it has a `seq`. */
  async #add(pack: BundledPack, version: number, seq: number | undefined): Promise<void> {
    const used = pack.uses.map((id) => this.#bound.get(id)!)
    const { plan, sha256 } = await this.#compile(pack, used)
    const newVersion = {
      pack: pack.id,
      version,
      sha256,
      declaredVersion: plan.pack.version,
      summary: REASON,
      authors: [BUNDLE],
      approver: null,
      pins: used.map(({ pin }) => pin),
    }
    this.#bind(pack.id, version, true)
    const at = this.#at
    const digests = digestsOf(pack.files)
    const publication =
      seq === undefined ? undefined : { pack: pack.id, seq, version, actor: BUNDLE, reason: REASON, at }
    this.additions.push({
      event: {
        action: version === 1 ? 'pack.seeded' : 'pack.followed',
        pack: pack.id,
        detail: { version, sha256, ...(seq !== undefined && { seq }) },
        records: { version: wholeVersion(newVersion, digests, at), ...(publication && { publication }) },
      },
      statements: (auditSeq) => [
        ...insertFileTexts(pack.files),
        ...insertVersion(newVersion, digests, auditSeq, at),
        ...(publication ? [insertPublication(publication, auditSeq)] : []),
      ],
    })
  }

  /** Compiles a pack with the packs it uses, as they are in the registry or about to be. */
  async #compile(pack: BundledPack, used: readonly BoundVersion[]): Promise<Policy> {
    if (used.every(({ isNew }) => isNew)) return pack.policy
    const bundled = (id: string) => this.#packs.find((other) => other.id === id)!.source
    const stored = async ({ pack: id, version }: Pin) =>
      (await loadVersion(this.#sql, (await findVersion(this.#sql, id, version))!)).source
    const uses = used.map(async ({ pin, isNew }) => (isNew ? bundled(pin.pack) : stored(pin)))
    return compile({ files: pack.source.files, uses: await Promise.all(uses) })
  }

  /** The newest version that has the files of a bundled pack, and uses the same versions. */
  async #findSameVersion(pack: BundledPack, latest: number): Promise<number | undefined> {
    if (!this.#hasWhatItUses(pack)) return undefined
    const filesKey = keyOf(Object.entries(digestsOf(pack.files)).map(([path, { sha256 }]) => `${path} ${sha256}`))
    const pinsKey = keyOf(pack.uses.map((id) => pinText(this.#bound.get(id)!.pin)))
    for (let version = latest; version > 0; version--) {
      const files = await listVersionFiles(this.#sql, pack.id, version)
      if (keyOf(files.map(({ path, sha256 }) => `${path} ${sha256}`)) !== filesKey) continue
      if (keyOf((await pinsOf(this.#sql, pack.id, version)).map(pinText)) === pinsKey) return version
    }
    return undefined
  }
}

function keyOf(parts: readonly string[]): string {
  return parts.toSorted().join('\n')
}

function pinText({ pack, version }: Pin): string {
  return `${pack} ${version}`
}
