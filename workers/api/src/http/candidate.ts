import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import type { AppEnv } from '../env.ts'
import { draftFiles, findDraft } from '../registry/drafts.ts'
import { filesOf, findCurrent } from '../registry/editions.ts'
import { textsOf, refuseUnfitFiles, type Files } from '../registry/files.ts'
import { refuseOtherPack } from '../registry/pack-id.ts'
import type { Candidate } from '../schema/candidate.ts'
import { editionFor } from './edition.ts'
import { lacksRole } from './guard.ts'

/** The files that a candidate means. A draft is there for those who review. */
export async function candidateFiles(
  c: Context<AppEnv>,
  pack: string,
  candidate: Candidate,
  at: string,
): Promise<Files> {
  const { sql } = c.get('ports')
  if ('draft' in candidate) {
    if (!allows(c.get('caller').roles, 'review')) throw lacksRole('review')
    const { id } = await findDraft(sql, pack, candidate.draft)
    return draftFiles(sql, id)
  }
  if (!('files' in candidate)) {
    const { version } = await editionFor(c, pack, candidate.version, 'body', `${at}/version`)
    return filesOf(sql, pack, version)
  }
  const { version, files } = candidate
  const base =
    version === undefined ? await findCurrent(sql, pack) : await editionFor(c, pack, version, 'body', `${at}/version`)
  const all = textsOf({ ...(base && (await filesOf(sql, pack, base.version))), ...files })
  refuseUnfitFiles(all)
  refuseOtherPack(pack, all)
  return all
}
