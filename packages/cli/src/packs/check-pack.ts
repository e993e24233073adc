import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import type { PackDiagnostic } from './diagnostic-lines.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** The errors of a pack or, if it has none, its lint findings. */
export interface PackCheck {
  diagnostics: readonly PackDiagnostic[]
  /** How many lint findings lint.json suppresses. */
  suppressed: number
}

export function checkPack({ source, document }: PackOnDisk): PackCheck {
  const { diagnostics, lints, off } = lintPack(loadPack(source), document === undefined ? {} : { document })
  return {
    diagnostics: [...diagnostics.map((item) => ({ ...item, severity: 'error' as const })), ...lints],
    suppressed: off.length,
  }
}
