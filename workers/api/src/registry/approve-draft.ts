import { areAlike } from '../access/alike-names.ts'
import type { Actor } from '../audit/audit-chain.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { checkPack } from './check-pack.ts'
import { listDraftFiles, readDraftFiles } from './draft-files.ts'
import { nextRevision, requireSameRevision } from './draft-revision.ts'
import { upsertDraft, wholeDraft, type Draft } from './draft-store.ts'
import { candidateSource } from './pack-source.ts'
import { findPublishedEdition } from './publication-store.ts'
import { insertVersion, latestVersionNumber, wholeVersion } from './version-store.ts'

/**
 * Makes a submitted draft a version, which can then be published. Its authors cannot approve it. Throws where its files
 * are not those that were examined: what is approved is what the approver has read about.
 */
export async function approveDraft(
  sql: SqlPort,
  actor: Actor,
  seen: Draft,
  reason: string | undefined,
  at: string,
): Promise<AuditedWrite<Draft>> {
  const draft = await requireSameRevision(sql, seen)
  const { pack, summary, authors, submission } = draft
  if (draft.status !== 'submitted' || !submission) throw new DomainError('draft-not-submitted')
  if (authors.some((author) => areAlike(author, actor.name))) throw new DomainError('own-draft')
  const { sha256, declaredVersion, pins } = submission
  for (const pin of pins)
    if ((await findPublishedEdition(sql, pin.pack))?.version !== pin.version) throw new DomainError('used-pack-changed')
  const published = await findPublishedEdition(sql, pack)
  if (submission.comparedWith !== (published?.version ?? null)) throw new DomainError('compared-with-other')
  const { source } = await candidateSource(sql, await readDraftFiles(sql, draft.id))
  if (checkPack(source).compiled?.policy.sha256 !== sha256) throw new DomainError('submission-differs')
  const version = (await latestVersionNumber(sql, pack)) + 1
  const files = Object.fromEntries((await listDraftFiles(sql, draft.id)).map((file) => [file.path, file]))
  const approved: Draft = { ...nextRevision(draft, at), status: 'approved', version }
  const newVersion = { pack, version, sha256, declaredVersion, summary, authors, approver: actor.name, pins }
  const uses = Object.fromEntries(pins.map((pin) => [pin.pack, pin.version]))
  return {
    events: [
      {
        action: 'draft.approved',
        pack,
        detail: { draft: draft.id, version, sha256, authors, uses, ...(reason === undefined ? {} : { reason }) },
        records: { version: wholeVersion(newVersion, files, at), draft: wholeDraft(approved, files) },
      },
    ],
    statements: (auditSeq) => [...insertVersion(newVersion, files, auditSeq, at), upsertDraft(approved)],
    result: approved,
  }
}
