import type { PackSource } from '@tiaoli/engine'
import { contentOf, digest, planOf, type Plan } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { isSamplePath, type PackFiles } from './pack-files.ts'
import { findPublishedEdition } from './publication-store.ts'
import { readVersionFiles } from './version-files.ts'
import { pinsOf, type Pin } from './version-store.ts'

/** The most packs that a candidate may use. */
const MAX_USES = 20

/** A version as it is stored, and loaded. */
export interface LoadedVersion {
  source: PackSource
  plan: Plan
}

/**
 * Loads a version; throws where it and what it uses do not have the digest with which it was approved, and `PackError`
 * for rules that older checks let pass.
 */
export async function loadVersion(sql: SqlPort, version: Pin & { sha256: string }): Promise<LoadedVersion> {
  const source = await versionSource(sql, version)
  const plan = planOf(source)
  if (digest(plan.content) !== version.sha256) throw new DomainError('damaged-version', version)
  return { source, plan }
}

/** The source of a version and of all that it uses. It was checked before, so positions in its text are not needed. */
async function versionSource(sql: SqlPort, { pack, version }: Pin): Promise<PackSource> {
  const [files, pins] = await Promise.all([readVersionFiles(sql, pack, version), pinsOf(sql, pack, version)])
  // A text with faults, which older checks may have let pass, is for the loader to refuse with its place.
  const parsed = withoutSamples(files).map(([path, text]) => [path, contentOf(text) ?? text] as const)
  return { files: Object.fromEntries(parsed), uses: await Promise.all(pins.map((pin) => versionSource(sql, pin))) }
}

/** The source of files that are not a version yet, and the published versions of the packs that they use. */
export interface CandidateSource {
  source: PackSource
  pins: Pin[]
}

/** Keeps the text of the files, so that diagnostics have lines and columns. */
export async function candidateSource(sql: SqlPort, files: PackFiles): Promise<CandidateSource> {
  const pins: Pin[] = []
  const uses: PackSource[] = []
  for (const pack of usedPacks(files['pack.json'] ?? '')) {
    const edition = await findPublishedEdition(sql, pack)
    if (!edition) continue // the loader reports it, with its place
    pins.push({ pack, version: edition.version })
    uses.push((await loadVersion(sql, edition)).source)
  }
  return { source: { files: Object.fromEntries(withoutSamples(files)), uses }, pins }
}

function withoutSamples(files: PackFiles): [string, string][] {
  return Object.entries(files).filter(([path]) => !isSamplePath(path))
}

/** The `uses` of pack.json. The loader reports what is wrong with them. */
function usedPacks(packJson: string): string[] {
  const { uses } = (contentOf(packJson) ?? {}) as { uses?: unknown }
  return Array.isArray(uses) ? [...new Set(uses.filter((id) => typeof id === 'string'))].slice(0, MAX_USES) : []
}
