import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import { readDraftFiles } from '../registry/draft-files.ts'
import { requireDraft } from '../registry/draft-store.ts'
import { applyChanges, requirePackFiles, requirePackId, type PackFiles } from '../registry/pack-files.ts'
import { findPublishedEdition } from '../registry/publication-store.ts'
import { readVersionFiles } from '../registry/version-files.ts'
import type { Candidate } from '../schema/candidate-schema.ts'
import type { AppEnv } from './app-env.ts'
import { requestedEdition } from './requested-edition.ts'
import { missingRole } from './require-permission.ts'

/** The files of a candidate, which the body holds at `pointer`. Drafts are for reviewers only. */
export async function candidateFiles(
  c: Context<AppEnv>,
  pack: string,
  candidate: Candidate,
  pointer: string,
): Promise<PackFiles> {
  const { sql } = c.get('ports')
  if ('draft' in candidate) {
    if (!allows(c.get('caller').roles, 'review')) throw missingRole('review')
    const { id } = await requireDraft(sql, pack, candidate.draft)
    return readDraftFiles(sql, id)
  }
  const pinned = () => requestedEdition(c, pack, candidate.version, 'body', `${pointer}/version`)
  if (!('files' in candidate)) return readVersionFiles(sql, pack, (await pinned()).version)
  const base = candidate.version === undefined ? await findPublishedEdition(sql, pack) : await pinned()
  const files = applyChanges(base ? await readVersionFiles(sql, pack, base.version) : {}, candidate.files)
  c.set('requestPlaces', { ...c.get('requestPlaces'), files: `${pointer}/files` })
  requirePackFiles(files)
  requirePackId(pack, files)
  return files
}
