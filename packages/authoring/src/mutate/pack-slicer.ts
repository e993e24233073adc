import type { PackSource } from '@tiaoli/engine'
import {
  contentOf,
  DECIDING_NOTHING,
  fileKindOf,
  readFile,
  type FileReader,
  type ReadFile,
  type RequirementEntry,
} from '@tiaoli/engine/plan'
import { applyEdits } from './mutation.ts'
import type { Mutant } from './make-mutants.ts'

/** Cuts out of a pack and the packs it uses just what some requirements need, so that a mutant loads fast. */
export class PackSlicer {
  readonly #source: PackSource
  /** Files of requirements, cut down; mutants of facts share them. */
  readonly #cut = new WeakMap<object, Map<string, unknown>>()

  constructor(source: PackSource) {
    this.#source = parsePack(source)
  }

  /** A pack with one place changed and only some of its requirements. No cases: they are the same for all mutants. */
  slice({ file, edits }: Mutant, requirements: ReadonlySet<string>): PackSource {
    const { files, uses = [] } = this.#source
    return this.#only({ files: { ...files, [file]: applyEdits(files[file], edits) }, uses }, requirements)
  }

  #only({ files, uses = [] }: PackSource, wanted: ReadonlySet<string>): PackSource {
    const kept = Object.entries(files).flatMap(([path, content]): [string, unknown][] => {
      if (!path.startsWith('requirements/')) return [[path, content]]
      const file = this.#cutFile(content as RequirementsFile, wanted)
      return file ? [[path, file]] : []
    })
    return { files: Object.fromEntries(kept), uses: uses.map((used) => this.#only(used, wanted)) }
  }

  #cutFile(file: RequirementsFile, wanted: ReadonlySet<string>): unknown {
    const requirements = file.requirements.filter(({ id }) => wanted.has(id))
    if (requirements.length === 0) return undefined
    const known = this.#cut.get(file) ?? new Map<string, unknown>()
    this.#cut.set(file, known)
    const key = requirements.map(({ id }) => id).join(' ')
    if (!known.has(key)) known.set(key, { ...file, requirements })
    return known.get(key)
  }
}

interface RequirementsFile {
  readonly requirements: readonly RequirementEntry[]
}

/** Of what decides no finding, some names requirements that a slice does not have. */
function isAside(path: string): boolean {
  const kind = fileKindOf(path)
  return kind === 'cases' || DECIDING_NOTHING.has(kind)
}

function parsePack({ files, uses = [] }: PackSource): PackSource {
  const rules = Object.entries(files).filter(([path]) => !isAside(path))
  return {
    files: Object.fromEntries(rules.map(([path, content]) => [path, contentOf(content)])),
    uses: uses.map(parsePack),
  }
}

/** Reads each content once: the files of slices are the same objects, but for the one that is changed. */
export function cachingReader(): FileReader {
  const read = new WeakMap<object, ReadFile | undefined>()
  return (pack, path, content, limits) => {
    if (typeof content !== 'object' || content === null) return readFile(pack, path, content, limits)
    if (!read.has(content)) read.set(content, readFile(pack, path, content, limits))
    return read.get(content)
  }
}
