import { ProblemError } from '../problem/problem-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { checkPack, runCases } from './check-pack.ts'
import type { Change, Writer } from '../audit/commit-change.ts'
import { draftFiles, listDraftFiles, storeDraft, type Draft, type Submission } from './draft-store.ts'
import { changed, refuseUnlessOpen, unchanged } from './edit-draft.ts'
import { effectOf } from './draft-effect.ts'
import { findCurrent, type Pin } from './version-store.ts'
import { insertVersion } from './insert-version.ts'
import { refuseOtherPack } from './require-same-pack.ts'
import { candidateOf } from './pack-source.ts'

/**
 * All that is checked before anybody is asked to approve: the pack has no fault, its cases hold on both runtimes, and
 * what changes for its sample ledgers on the days that the author names.
 */
export async function examine(
  sql: SqlPort,
  draft: Draft,
  days: readonly string[],
): Promise<Omit<Submission, 'at' | 'by'>> {
  refuseUnlessOpen(draft)
  const files = await draftFiles(sql, draft.id)
  refuseOtherPack(draft.pack, files)
  const { source, pins } = await candidateOf(sql, files)
  const { diagnostics, compiled } = checkPack(source)
  if (!compiled) throw new ProblemError('faulty-pack', [], { diagnostics })
  const { run, expectations, failed, failures } = await runCases(compiled, ['compiled', 'json-rules-engine'])
  if (failed > 0) throw new ProblemError('failing-cases', [], { failures })
  const { sha256, plan } = compiled.policy
  return {
    pins,
    sha256,
    declaredVersion: plan.pack.version,
    cases: { run, expectations },
    effect: await effectOf(sql, draft.pack, compiled.policy, files, days),
  }
}

/** Hands a draft that was examined to the approvers. */
export async function submitDraft(
  sql: SqlPort,
  by: Writer,
  seen: Draft,
  examined: Omit<Submission, 'at' | 'by'>,
  at: string,
): Promise<Change<Draft>> {
  const draft = await unchanged(sql, seen)
  refuseUnlessOpen(draft)
  const submission = { at, by: by.name, ...examined }
  const next: Draft = {
    ...changed(draft, at),
    status: 'submitted',
    authors: [...new Set([...draft.authors, by.name])],
    submission,
    rejection: null,
  }
  const detail = { draft: draft.id, revision: next.revision, sha256: examined.sha256, cases: examined.cases.run }
  return {
    events: [{ action: 'draft.submitted', pack: draft.pack, detail }],
    statements: () => [storeDraft(next)],
    answer: next,
  }
}

/** Makes a submitted draft a version, which may then be published. Nobody approves what they changed. */
export async function approveDraft(sql: SqlPort, by: Writer, seen: Draft, at: string): Promise<Change<Draft>> {
  const draft = await unchanged(sql, seen)
  const { submission } = draft
  if (draft.status !== 'submitted' || !submission) throw new ProblemError('draft-not-submitted')
  if (draft.authors.includes(by.name)) throw new ProblemError('own-draft')
  for (const { pack, version } of submission.pins)
    if ((await findCurrent(sql, pack))?.version !== version) throw new ProblemError('used-pack-changed')
  const version = (await latestVersion(sql, draft.pack)) + 1
  const files = await listDraftFiles(sql, draft.id)
  const next: Draft = { ...changed(draft, at), status: 'approved', version }
  const { sha256, declaredVersion, pins } = submission
  const { pack, summary, authors } = draft
  const made = { pack, version, sha256, declaredVersion, summary, authors, approver: by.name, pins }
  return {
    events: [
      { action: 'draft.approved', pack, detail: { draft: draft.id, version, sha256, authors, uses: used(pins) } },
    ],
    statements: (auditSeq) => [
      ...insertVersion(made, Object.fromEntries(files.map((file) => [file.path, file])), auditSeq, at),
      storeDraft(next),
    ],
    answer: next,
  }
}

/** Sends a submitted draft back to be edited. */
export async function rejectDraft(
  sql: SqlPort,
  by: Writer,
  seen: Draft,
  reason: string,
  at: string,
): Promise<Change<Draft>> {
  const draft = await unchanged(sql, seen)
  if (draft.status !== 'submitted') throw new ProblemError('draft-not-submitted')
  const next: Draft = { ...changed(draft, at), status: 'open', rejection: { at, by: by.name, reason } }
  return {
    events: [
      { action: 'draft.rejected', pack: draft.pack, detail: { draft: draft.id, revision: next.revision, reason } },
    ],
    statements: () => [storeDraft(next)],
    answer: next,
  }
}

async function latestVersion(sql: SqlPort, pack: string): Promise<number> {
  const row = await sql.first<{ latest: number | null }>(
    'SELECT max(version) AS latest FROM versions WHERE pack = ?1',
    [pack],
  )
  return row?.latest ?? 0
}

function used(pins: readonly Pin[]): Record<string, number> {
  return Object.fromEntries(pins.map(({ pack, version }) => [pack, version]))
}
