import { InputError } from '@tiaoli/engine'
import { languageProblems } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { unknownVersionPlace } from '../problem/unknown-version-place.ts'
import { compiledVersion, type CompiledPack } from '../registry/compiled-pack.ts'
import { toEdition, type Edition } from '../registry/edition.ts'
import { requirePublishedEdition } from '../registry/publication-store.ts'
import { findVersion } from '../registry/version-store.ts'
import type { AppEnv } from './app-env.ts'

/** The part of a request that names the version. */
export type PinnedBy = 'path' | 'query' | 'body'

/**
 * The version that a request asks for: the published one, or the one that it pins. Versions that were never published
 * are for reviewers only.
 */
export async function requestedEdition(
  c: Context<AppEnv>,
  pack: string,
  version: number | undefined,
  by: PinnedBy,
  pointer = '/version',
): Promise<Edition> {
  const { sql } = c.get('ports')
  if (version === undefined) return logEdition(c, await requirePublishedEdition(sql, pack))
  const found = await findVersion(sql, pack, version)
  if (found && (found.seq !== null || seesUnpublished(c))) return logEdition(c, toEdition(found))
  await requirePublishedEdition(sql, pack)
  if (by === 'path') throw new ProblemError('unknown-version')
  throw new ProblemError('invalid-request', [
    { ...(by === 'query' && { in: by }), ...unknownVersionPlace(pack, pointer) },
  ])
}

/** Whether the caller may see versions that were never published. */
export function seesUnpublished(c: Context<AppEnv>): boolean {
  return allows(c.get('caller').roles, 'review')
}

/** Throws unless the pack has a version that the caller may see. */
export async function requireVisiblePack(c: Context<AppEnv>, pack: string): Promise<void> {
  const { sql } = c.get('ports')
  if (seesUnpublished(c) && (await findVersion(sql, pack, 1))) return
  await requirePublishedEdition(sql, pack)
}

/** A version, compiled; read in the language that the request asks for. */
export async function compiledEdition(c: Context<AppEnv>, edition: Edition, language?: string): Promise<CompiledPack> {
  return readInLanguage(c, await compiledVersion(c.get('ports').sql, edition), language)
}

/** A compiled pack, read in the language that the request asks for; throws for one that there is not. */
export function readInLanguage(c: Context<AppEnv>, compiled: CompiledPack, language: string | undefined): CompiledPack {
  const { plan } = compiled.policy
  c.set('packReading', plan.reading)
  if (language === undefined) return compiled
  const problems = languageProblems(plan, language, '/language')
  if (problems.length > 0) throw new InputError('options', problems)
  const read = compiled.readIn(language)
  c.set('packReading', read.policy.plan.reading)
  return read
}

function logEdition(c: Context<AppEnv>, edition: Edition): Edition {
  c.set('logFields', { ...c.get('logFields'), pack: edition.pack, version: edition.version })
  return edition
}
