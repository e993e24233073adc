import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import type { AppEnv } from '../platform/ports.ts'
import { draftFiles, findDraft } from '../registry/draft-store.ts'
import { filesOf, findCurrent } from '../registry/version-store.ts'
import { textsOf, refuseUnfitFiles, type Files } from '../registry/pack-files.ts'
import { refuseOtherPack } from '../registry/require-same-pack.ts'
import type { Candidate } from '../schema/candidate-schema.ts'
import { editionFor } from './requested-edition.ts'
import { lacksRole } from './require-permission.ts'

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
