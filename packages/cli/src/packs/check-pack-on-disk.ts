import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { decodeText } from '@tiaoli/engine/plan'
import type { PackDiagnostic } from './diagnostic-lines.ts'
import { DOCUMENT } from './pack-file-names.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** The errors of a pack or, if it has none, its lint findings. */
export interface PackCheck {
  diagnostics: readonly PackDiagnostic[]
  /** How many lint findings lint.json suppresses. */
  suppressed: number
}

export function checkPackOnDisk({ id, source, document: bytes }: PackOnDisk): PackCheck {
  const { text: document, problem } = bytes ? decodeText(bytes) : {}
  const { diagnostics, lints, off } = lintPack(loadPack(source), document === undefined ? {} : { document })
  const errors = problem ? [...diagnostics, { pack: id, file: DOCUMENT, ...problem }] : diagnostics
  return {
    diagnostics: [...errors.map((item) => ({ ...item, severity: 'error' as const })), ...lints],
    suppressed: off.length,
  }
}
