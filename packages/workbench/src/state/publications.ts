import { ask, ServerError } from './server.ts'

/** A publication of a version; the newest one is in force. */
export interface Publication {
  readonly seq: number
  readonly version: number
  readonly actor: string
  readonly reason: string
  readonly at: string
}

export interface Version {
  readonly version: number
  readonly summary: string
  readonly authors: readonly string[]
  /** Null for what came with the service. */
  readonly approver: string | null
  readonly createdAt: string
}

/** An entry of the audit log: who did what, and when. */
export interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly pack: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Verification {
  readonly intact: boolean
  readonly rows: number
  readonly broken?: { readonly seq: number | null; readonly fault: string; readonly record?: string }
  readonly next?: number
  readonly nextText?: string
}

/** The newest first. */
export async function listPublications(pack: string): Promise<readonly Publication[]> {
  return ((await ask('GET', `/v1/packs/${pack}/publications`)) as { publications: Publication[] }).publications
}

/** What became of a draft that was approved. */
export interface Decisions {
  readonly approver: string | null
  /** Its first publication. */
  readonly publication: Publication | undefined
}

export async function readDecisions(pack: string, version: number): Promise<Decisions> {
  const [{ approver }, publications] = await Promise.all([
    ask('GET', `/v1/packs/${pack}/versions/${version}`) as Promise<Version>,
    listPublications(pack),
  ])
  return { approver, publication: [...publications].reverse().find((publication) => publication.version === version) }
}

/** The newest first. */
export async function listVersions(pack: string): Promise<readonly Version[]> {
  return ((await ask('GET', `/v1/packs/${pack}/versions`)) as { versions: Version[] }).versions
}

/**
 * Publishes a version, after the publication that was seen last; an older version is so restored. Where that takes two
 * persons and nobody else has asked for it, it is asked for, and refused with `second-person-needed`.
 */
export async function publish(pack: string, version: number, expectedSeq: number, reason: string): Promise<void> {
  const path = `/v1/packs/${pack}/publications`
  const sent = { body: { version, expectedSeq, reason } }
  try {
    await ask('POST', path, sent)
  } catch (error) {
    if (error instanceof ServerError && error.refusal?.code === 'second-person-needed')
      await ask('POST', `${path}/requests`, sent)
    throw error
  }
}

/** Entries of the audit log, the newest first; those before one where it is named. */
export async function listAudit(before?: number): Promise<{ entries: readonly AuditEntry[]; next: number | null }> {
  const query = before === undefined ? '' : `?before=${before}`
  return (await ask('GET', `/v1/audit${query}`)) as { entries: AuditEntry[]; next: number | null }
}

/** Whether no entry of the whole log, and nothing that one is about, is missing, altered or inserted. */
export async function verifyAudit(): Promise<Verification> {
  let rows = 0
  let after = 0
  for (let text = ''; ;) {
    const found = (await ask('GET', `/v1/audit/verify?after=${after}${text}`)) as Verification & {
      head: { seq: number }
    }
    rows += found.rows
    if (!found.intact || (found.next === undefined && found.nextText === undefined)) return { ...found, rows }
    after = found.next ?? found.head.seq
    text = found.nextText === undefined ? '' : `&text=${found.nextText}`
  }
}
