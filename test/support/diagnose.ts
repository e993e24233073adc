import { loadPack, type Diagnostic, type PackSource } from '@tiaoli/engine'
import type { DiagnosticCode, Limits } from '@tiaoli/engine/plan'
import { toyText, type ToyParts } from './toy-pack.ts'

/** A fault in a pack written as JSON text, and the one diagnostic it must give. */
export interface Fault {
  code: DiagnosticCode
  /** The parts of the pack that hold the fault. */
  parts?: ToyParts
  /** Changes of the text, where the fault is not one of JSON values. */
  edit?: (files: Record<string, string>) => void
  /** The packs that it uses. */
  uses?: readonly PackSource[]
  /** The pack's id as the diagnostic names it. */
  pack?: string
  file: string
  pointer: string
  /** The text on which the line and the column point; it stands once in the file. */
  at?: string
  suggestion?: string
  /** Words that both sentences must hold. */
  says?: [zh: string, en: string]
  limits?: Partial<Limits>
}

export function diagnosticsOf({ parts, edit, uses, limits }: Pick<Fault, 'parts' | 'edit' | 'uses' | 'limits'>): {
  diagnostics: readonly Diagnostic[]
  files: Record<string, string>
} {
  const files = toyText(parts)
  edit?.(files)
  return { diagnostics: loadPack({ files, ...(uses ? { uses } : {}) }, limits).diagnostics, files }
}

/** Every diagnostic of a faulty pack, as far as the fault says anything of it. */
export function told(fault: Fault): unknown[] {
  const [zh, en] = fault.says ?? ['', '']
  return diagnosticsOf(fault).diagnostics.map(({ code, pack, file, pointer, suggestion, line, column, message }) => ({
    code,
    pack,
    file,
    pointer,
    suggestion,
    ...(fault.at === undefined ? {} : { line, column }),
    zh: message.zh.includes(zh) ? zh : message.zh,
    en: message.en.includes(en) ? en : message.en,
  }))
}

/** The one diagnostic that a fault must give, at its place to the column. */
export function expectedOf(fault: Fault): unknown {
  const { code, pack = 'kitchens', file, pointer, suggestion, at, says: [zh, en] = ['', ''] } = fault
  const place = at === undefined ? {} : placeOf(diagnosticsOf(fault).files[file]!, at)
  return { code, pack, file, pointer, suggestion, ...place, zh, en }
}

function placeOf(text: string, part: string): { line: number; column: number } {
  const start = text.indexOf(part)
  if (start < 0 || text.includes(part, start + 1)) throw new Error(`"${part}" must stand once in the file`)
  const before = text.slice(0, start).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
