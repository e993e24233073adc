import { lintPack, type LintFinding, type LintOptions } from '@tiaoli/authoring'
import { loadPack, type Diagnostic, type PackSource } from '@tiaoli/engine'
import { CompiledPack } from './compiled-pack.ts'

export interface CheckedPack {
  diagnostics: readonly Diagnostic[]
  /** The pack; undefined where it has errors. */
  compiled: CompiledPack | undefined
  /** What loads but is probably not meant; empty where the pack does not load. */
  lints: () => LintFinding[]
}

/** Diagnostics, and lints, of one answer. */
const MAX_DIAGNOSTICS = 200

/** Loads a pack once, for its errors, its lints and its cases. */
export function checkPack(source: PackSource, options: LintOptions = {}): CheckedPack {
  const loaded = loadPack(source)
  return {
    diagnostics: loaded.diagnostics.slice(0, MAX_DIAGNOSTICS),
    compiled: loaded.plan && new CompiledPack({ source, plan: loaded.plan }),
    lints: () => lintPack(loaded, options).lints.slice(0, MAX_DIAGNOSTICS),
  }
}
