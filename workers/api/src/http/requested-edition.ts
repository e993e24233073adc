import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import type { AppEnv } from '../platform/ports.ts'
import { compiledVersion, type Compiled } from '../registry/compiled-pack.ts'
import { currentEdition, editionOf, findVersion, type Edition } from '../registry/version-store.ts'
import { ProblemError } from '../problem/problem-error.ts'

/** Where a request names the version that it pins. */
export type PinnedBy = 'path' | 'query' | 'body'

/**
 * The version that a request asks for: the published one, or the one it pins. One that was never published is there
 * for those who review it only.
 */
export async function editionFor(
  c: Context<AppEnv>,
  pack: string,
  version: number | undefined,
  by: PinnedBy,
  pointer = '/version',
): Promise<Edition> {
  const { sql } = c.get('ports')
  if (version === undefined) return noted(c, await currentEdition(sql, pack))
  const found = await findVersion(sql, pack, version)
  if (found && (found.seq !== null || seesUnpublished(c))) return noted(c, editionOf(found))
  await currentEdition(sql, pack)
  if (by === 'path') throw new ProblemError('unknown-version')
  throw new ProblemError('invalid-request', [
    {
      ...(by === 'query' && { in: by }),
      pointer,
      code: 'unknown-version',
      detail: {
        zh: `没有这个版本。已有的版本见 /v1/packs/${pack}/versions。`,
        en: `There is no such version. See /v1/packs/${pack}/versions for those there are.`,
      },
    },
  ])
}

/** Whether the caller is one of those for whom versions are there before they are published. */
export function seesUnpublished(c: Context<AppEnv>): boolean {
  return allows(c.get('caller').roles, 'review')
}

/** Refuses a pack of which there is nothing that the caller may see. */
export async function expectPack(c: Context<AppEnv>, pack: string): Promise<void> {
  const { sql } = c.get('ports')
  if (seesUnpublished(c) && (await findVersion(sql, pack, 1))) return
  await currentEdition(sql, pack)
}

export function compiledFor(c: Context<AppEnv>, edition: Edition): Promise<Compiled> {
  return compiledVersion(c.get('ports').sql, edition)
}

function noted(c: Context<AppEnv>, edition: Edition): Edition {
  c.set('log', { ...c.get('log'), pack: edition.pack, version: edition.version })
  return edition
}
