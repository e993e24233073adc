import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { decodeText } from '@tiaoli/engine/plan'
import type { PackDiagnostic } from './diagnostic-lines.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** The errors of a pack or, if it has none, its lint findings. */
export interface PackCheck {
  diagnostics: readonly PackDiagnostic[]
  /** How many lint findings lint.json suppresses. */
  suppressed: number
}

export function checkPackOnDisk({ id, source, documentTexts }: PackOnDisk): PackCheck {
  const loaded = loadPack(source)
  const texts = new Map<string, string>()
  const unreadable = [...documentTexts].flatMap(([file, bytes]) => {
    const { text, problem } = decodeText(bytes)
    const isFirst = file.endsWith(`source.${loaded.plan?.pack.languages[0]}.txt`)
    if (text !== undefined && isFirst) texts.set(file.split('/')[1]!, text)
    return problem ? [{ pack: id, file, ...problem }] : []
  })
  const { diagnostics, lints, off } = lintPack(loaded, { texts })
  const errors = [...diagnostics, ...unreadable]
  return {
    diagnostics: [...errors.map((item) => ({ ...item, severity: 'error' as const })), ...lints],
    suppressed: off.length,
  }
}
