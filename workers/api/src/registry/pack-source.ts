import type { PackSource } from '@tiaoli/engine'
import type { SqlPort } from '../storage/sql-port.ts'
import { filesOf, findCurrent, pinsOf, type Pin } from './version-store.ts'
import { isSample, type Files } from './pack-files.ts'

/** A candidate: files, with the versions of the packs that they use. */
export interface Candidate {
  source: PackSource
  pins: Pin[]
}

/** A published version, read whole. It was checked when it was made, so positions in its text are not kept. */
export async function storedSource(sql: SqlPort, { pack, version }: Pin): Promise<PackSource> {
  const [files, pins] = await Promise.all([filesOf(sql, pack, version), pinsOf(sql, pack, version)])
  const parsed = rulesOf(files).map(([path, text]) => [path, contentOf(text)] as const)
  return { files: Object.fromEntries(parsed), uses: await Promise.all(pins.map((pin) => storedSource(sql, pin))) }
}

/** Files as a pack beside the packs they use, as those are published now. The text is kept, for lines and columns. */
export async function candidateOf(sql: SqlPort, files: Files): Promise<Candidate> {
  const pins: Pin[] = []
  const uses: PackSource[] = []
  for (const pack of usedBy(files['pack.json'] ?? '')) {
    const edition = await findCurrent(sql, pack)
    if (!edition) continue // for the loader to say, with its place
    pins.push({ pack, version: edition.version })
    uses.push(await storedSource(sql, edition))
  }
  return { source: { files: Object.fromEntries(rulesOf(files)), uses }, pins }
}

/** JSON, parsed; a text that is none, as an older check may have let pass, is for the loader to refuse with its place. */
function contentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function rulesOf(files: Files): [string, string][] {
  return Object.entries(files).filter(([path]) => !isSample(path))
}

/** Read leniently: what is wrong with pack.json is for the loader to say. */
function usedBy(text: string): string[] {
  try {
    const { uses } = JSON.parse(text) as { uses?: unknown }
    return Array.isArray(uses) ? [...new Set(uses.filter((id) => typeof id === 'string'))].slice(0, 20) : []
  } catch {
    return []
  }
}
