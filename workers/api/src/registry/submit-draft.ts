import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { checkPack } from './check-pack.ts'
import { draftEffect } from './draft-effect.ts'
import { draftDigests, readDraftFiles } from './draft-files.ts'
import { nextRevision, requireOpen, requireSameRevision, authorsWith } from './draft-revision.ts'
import { upsertDraft, wholeDraft, type Draft, type Examination } from './draft-store.ts'
import { requirePackId } from './pack-files.ts'
import { candidateSource } from './pack-source.ts'
import { findPublishedEdition } from './publication-store.ts'
import { runCases } from './run-cases.ts'

/**
 * The checks before submission: the pack has no error, its cases pass on both runtimes, and what changes for its
 * sample ledgers on the days that the author names.
 */
export async function examineDraft(sql: SqlPort, draft: Draft, days: readonly string[]): Promise<Examination> {
  requireOpen(draft)
  const files = await readDraftFiles(sql, draft.id)
  requirePackId(draft.pack, files)
  const { source, pins } = await candidateSource(sql, files)
  const { diagnostics, compiled } = checkPack(source)
  if (!compiled) throw new DomainError('faulty-pack', { diagnostics })
  const { run, expectations, failed, failures } = await runCases(compiled, ['compiled', 'json-rules-engine'])
  if (failed > 0) throw new DomainError('failing-cases', { failures })
  const { sha256, plan } = compiled.policy
  const published = await findPublishedEdition(sql, draft.pack)
  return {
    pins,
    sha256,
    declaredVersion: plan.pack.version,
    cases: { run, expectations },
    comparedWith: published?.version ?? null,
    effect: await draftEffect(sql, published, compiled.policy, files, days),
  }
}

/** Hands an examined draft to the approvers. */
export async function submitDraft(
  sql: SqlPort,
  actor: Actor,
  seen: Draft,
  examination: Examination,
  at: string,
): Promise<AuditedWrite<Draft>> {
  const draft = await requireSameRevision(sql, seen)
  requireOpen(draft)
  const submitted: Draft = {
    ...nextRevision(draft, at),
    status: 'submitted',
    authors: authorsWith(draft, actor.name),
    submission: { at, by: actor.name, ...examination },
    rejection: null,
  }
  const { sha256, cases } = examination
  const detail = { draft: draft.id, revision: submitted.revision, sha256, cases: cases.run }
  const records = { draft: wholeDraft(submitted, await draftDigests(sql, draft.id)) }
  return {
    events: [{ action: 'draft.submitted', pack: draft.pack, detail, records }],
    statements: () => [upsertDraft(submitted)],
    result: submitted,
  }
}
