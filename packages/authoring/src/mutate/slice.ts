import type { PackSource, RequirementEntry } from '@tiaoli/engine'
import { edited } from './change.ts'
import type { Mutant } from './mutants.ts'

/** Cuts out of a pack and the packs it uses just what some requirements need, so that a mutant loads fast. */
export class Slicer {
  readonly #source: PackSource

  constructor(source: PackSource) {
    this.#source = parsed(source)
  }

  /** A pack with one place changed and only some of its requirements. No cases: they are the same for all mutants. */
  slice({ file, edits }: Mutant, requirements: ReadonlySet<string>): PackSource {
    const { files, uses = [] } = this.#source
    return only({ files: { ...files, [file]: edited(files[file], edits) }, uses }, requirements)
  }
}

function parsed({ files, uses = [] }: PackSource): PackSource {
  const rules = Object.entries(files).filter(([path]) => !/^(cases\/|mutants\.json$|lint\.json$)/.test(path))
  return { files: Object.fromEntries(rules.map(([path, content]) => [path, jsonOf(content)])), uses: uses.map(parsed) }
}

function only({ files, uses = [] }: PackSource, wanted: ReadonlySet<string>): PackSource {
  const kept = Object.entries(files).flatMap(([path, content]): [string, unknown][] => {
    if (!path.startsWith('requirements/')) return [[path, content]]
    const file = content as { requirements: RequirementEntry[] }
    const requirements = file.requirements.filter(({ id }) => wanted.has(id))
    return requirements.length > 0 ? [[path, { ...file, requirements }]] : []
  })
  return { files: Object.fromEntries(kept), uses: uses.map((used) => only(used, wanted)) }
}

/** A file's JSON, whether it was handed in as text or parsed. */
function jsonOf(content: unknown): unknown {
  return typeof content === 'string' ? JSON.parse(content.replace(/^\uFEFF/, '')) : content
}
