import type { Text } from '@tiaoli/engine'
import type { FileChanges } from '../engine/revision-calls.ts'
import { ask, readText, ServerError } from './server.ts'

/** A draft as the service has it. */
export interface Draft {
  readonly id: string
  readonly pack: string
  /** The version that it began with. */
  readonly fromVersion: number | null
  readonly summary: string
  readonly status: 'open' | 'submitted' | 'approved' | 'discarded'
  readonly revision: number
  /** Everyone who changed it; none of them may approve it. */
  readonly authors: readonly string[]
  readonly createdAt: string
  readonly changedAt: string
  readonly submission: Submission | null
  readonly rejection: { readonly at: string; readonly by: string; readonly reason: string } | null
  /** The version that its approval made. */
  readonly version: number | null
}

/** What the service found when it was submitted. */
export interface Submission {
  readonly at: string
  readonly by: string
  readonly cases: { readonly run: number }
  readonly effect: {
    readonly rules: readonly { readonly text: Text }[]
    readonly samples: readonly { readonly sample: string; readonly asOf: string; readonly flipped: number | null }[]
  }
}

/** Who asks, and what they may do. */
export interface Caller {
  readonly name: string
  readonly roles: readonly string[]
}

interface FileDigest {
  readonly path: string
  readonly sha256: string
}

export async function readCaller(): Promise<Caller> {
  return (await ask('GET', '/v1/tokens/current')) as Caller
}

/** Whether who asks may approve and publish; nobody in particular may not. */
export async function mayApprove(): Promise<boolean> {
  try {
    return (await readCaller()).roles.includes('approver')
  } catch (error) {
    if (error instanceof ServerError && error.status === 401) return false
    throw error
  }
}

/** The newest drafts of a pack. */
export async function listDrafts(pack: string): Promise<readonly Draft[]> {
  return ((await ask('GET', `/v1/packs/${pack}/drafts`)) as { drafts: Draft[] }).drafts
}

/** The version of which a draft tells what it changes: the one in force, and of one that was decided on the one that it began with. */
export function baseOf({ status, fromVersion }: Draft, inForce: number): number {
  return status === 'approved' || status === 'discarded' ? (fromVersion ?? inForce) : inForce
}

/** A draft with what it changes of a version. */
export async function readDraft(
  pack: string,
  id: string,
  version: number,
): Promise<{ draft: Draft; changes: FileChanges }> {
  const address = `/v1/packs/${pack}/drafts/${encodeURIComponent(id)}`
  const { draft, files } = (await ask('GET', address)) as { draft: Draft; files: FileDigest[] }
  const published = (await ask('GET', `/v1/packs/${pack}/versions/${version}`)) as { files: FileDigest[] }
  const known = new Map(published.files.map(({ path, sha256 }) => [path, sha256]))
  const changed = files.filter(({ path, sha256 }) => known.get(path) !== sha256)
  const texts = await Promise.all(
    changed.map(
      async ({ path }) => [path, await readText(`${address}/file?path=${encodeURIComponent(path)}`)] as const,
    ),
  )
  const gone = [...known.keys()].filter((path) => !files.some((file) => file.path === path))
  return { draft, changes: Object.fromEntries([...texts, ...gone.map((path) => [path, null] as const)]) }
}

export async function createDraft(
  pack: string,
  fromVersion: number,
  summary: string,
  files: FileChanges,
): Promise<Draft> {
  const answer = await ask('POST', `/v1/packs/${pack}/drafts`, { body: { summary, fromVersion, files } })
  return (answer as { draft: Draft }).draft
}

/** Saves files of a draft, and what it then comes to where that is said. */
export async function saveDraft(draft: Draft, files: FileChanges, summary?: string): Promise<Draft> {
  const body = { files, ...(summary === undefined ? {} : { summary }) }
  const answer = await ask('PATCH', `${addressOf(draft)}/files`, { body, revision: draft.revision })
  return (answer as { draft: Draft }).draft
}

/** Hands a draft to the approvers, with what it changes for the samples on some days. */
export async function submitDraft(draft: Draft, compareOn: readonly string[]): Promise<Draft> {
  return change(draft, 'submit', { compareOn })
}

export async function approveDraft(draft: Draft, reason: string): Promise<Draft> {
  return change(draft, 'approve', reason === '' ? {} : { reason })
}

export async function rejectDraft(draft: Draft, reason: string): Promise<Draft> {
  return change(draft, 'reject', { reason })
}

export async function discardDraft(draft: Draft): Promise<Draft> {
  return (await ask('DELETE', addressOf(draft), { revision: draft.revision })) as Draft
}

async function change(draft: Draft, what: string, body: unknown): Promise<Draft> {
  return (await ask('POST', `${addressOf(draft)}/${what}`, { body, revision: draft.revision })) as Draft
}

function addressOf({ pack, id }: Draft): string {
  return `/v1/packs/${pack}/drafts/${id}`
}
