import { randomBytes } from 'node:crypto'
import { ProblemError } from '../problem/problem-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { Change, Writer } from '../audit/commit-change.ts'
import { draftFiles, findDraft, forgetTexts, setDraftFiles, storeDraft, type Draft } from './draft-store.ts'
import { filesOf, findVersion } from './version-store.ts'
import { refuseUnfitFiles, storeFiles, textsOf, type Files } from './pack-files.ts'
import { withDigests } from './insert-version.ts'
import { refuseOtherPack } from './require-same-pack.ts'

export interface NewDraft {
  summary: string
  /** The version whose files it begins with; without one, a pack that is new. */
  fromVersion?: number | undefined
  /** Files beside or instead of those of the version; null leaves one out. */
  files?: Readonly<Record<string, string | null>> | undefined
}

/** A draft with the text of its files. */
export interface Edited {
  draft: Draft
  files: Files
}

/** Begins a draft. */
export async function createDraft(
  sql: SqlPort,
  by: Writer,
  pack: string,
  { summary, fromVersion, files = {} }: NewDraft,
  at: string,
): Promise<Change<Edited>> {
  if (fromVersion !== undefined && !(await findVersion(sql, pack, fromVersion))) throw unknownVersion()
  const begun = fromVersion === undefined ? {} : await filesOf(sql, pack, fromVersion)
  const all = textsOf({ ...begun, ...files })
  refuseUnfitFiles(all)
  if (fromVersion === undefined) refuseOtherPack(pack, all)
  const draft: Draft = {
    id: `d${randomBytes(8).toString('hex')}`,
    pack,
    fromVersion: fromVersion ?? null,
    summary,
    status: 'open',
    revision: 1,
    authors: [by.name],
    createdAt: at,
    changedAt: at,
    submission: null,
    rejection: null,
    version: null,
  }
  return {
    events: [{ action: 'draft.created', pack, detail: { draft: draft.id, fromVersion: draft.fromVersion, summary } }],
    statements: () => [...storeFiles(textsOf(files)), storeDraft(draft), ...setDraftFiles(draft.id, withDigests(all))],
    answer: { draft, files: all },
  }
}

/** Saves files of an open draft; null removes one. What is wrong in them is for the check to say. */
export async function saveFiles(
  sql: SqlPort,
  by: Writer,
  seen: Draft,
  changes: Readonly<Record<string, string | null>>,
  at: string,
): Promise<Change<Edited>> {
  const draft = await unchanged(sql, seen)
  refuseUnlessOpen(draft)
  const before = await draftFiles(sql, draft.id)
  const after = textsOf({ ...before, ...changes })
  refuseUnfitFiles(after)
  const replaced = Object.entries(withDigests(before))
    .filter(([path]) => Object.hasOwn(changes, path))
    .map(([, { sha256 }]) => sha256)
  const next = { ...changed(draft, at), authors: [...new Set([...draft.authors, by.name])] }
  const digests = withDigests(after)
  return {
    events: [
      {
        action: 'draft.saved',
        pack: draft.pack,
        detail: {
          draft: draft.id,
          revision: next.revision,
          files: Object.fromEntries(Object.keys(changes).map((path) => [path, digests[path]?.sha256 ?? null])),
        },
      },
    ],
    statements: () => [
      ...storeFiles(textsOf(changes)),
      storeDraft(next),
      ...setDraftFiles(draft.id, digests),
      ...forgetTexts(replaced),
    ],
    answer: { draft: next, files: after },
  }
}

/** Gives a draft up. Its files stay readable. */
export async function discardDraft(sql: SqlPort, seen: Draft, at: string): Promise<Change<Draft>> {
  const draft = await unchanged(sql, seen)
  refuseUnlessOpen(draft)
  const next: Draft = { ...changed(draft, at), status: 'discarded' }
  return {
    events: [{ action: 'draft.discarded', pack: draft.pack, detail: { draft: draft.id, revision: next.revision } }],
    statements: () => [storeDraft(next)],
    answer: next,
  }
}

/** The draft as it is now; a 412 where it is no longer what was seen. */
export async function unchanged(sql: SqlPort, { pack, id, revision }: Draft): Promise<Draft> {
  const draft = await findDraft(sql, pack, id)
  if (draft.revision !== revision) throw new ProblemError('revision-differs')
  return draft
}

export function refuseUnlessOpen({ status }: Draft): void {
  if (status !== 'open') throw new ProblemError('draft-not-open')
}

/** The draft after one more change. */
export function changed(draft: Draft, at: string): Draft {
  return { ...draft, revision: draft.revision + 1, changedAt: at }
}

function unknownVersion(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '/fromVersion',
      code: 'unknown-version',
      detail: { zh: '没有这个版本。', en: 'There is no such version.' },
    },
  ])
}
