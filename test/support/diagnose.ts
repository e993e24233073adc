import { expect } from 'vitest'
import { loadPack, type Diagnostic, type DiagnosticCode, type Limits } from '@tiaoli/engine'
import { toyText, type ToyParts } from './toy-pack.ts'

/** A fault in a pack written as JSON text, and the one diagnostic it must give. */
export interface Fault {
  code: DiagnosticCode
  /** The parts of the pack that hold the fault. */
  parts?: ToyParts
  /** Changes of the text, where the fault is not one of JSON values. */
  edit?: (files: Record<string, string>) => void
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

export function diagnosticsOf({ parts, edit, limits }: Pick<Fault, 'parts' | 'edit' | 'limits'>): {
  diagnostics: readonly Diagnostic[]
  files: Record<string, string>
} {
  const files = toyText(parts)
  edit?.(files)
  return { diagnostics: loadPack({ files }, limits).diagnostics, files }
}

/** Expects exactly one diagnostic, at its place to the column. */
export function expectFault(fault: Fault): void {
  const { diagnostics, files } = diagnosticsOf(fault)
  expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([`${fault.code} ${fault.pointer}`])
  const found = diagnostics[0]!
  expect(found).toMatchObject({ pack: fault.pack ?? 'kitchens', file: fault.file })
  expect(found.suggestion).toBe(fault.suggestion)
  if (fault.at !== undefined) expect([found.line, found.column]).toEqual(placeOf(files[fault.file]!, fault.at))
  for (const [language, word] of [['zh', fault.says?.[0]], ['en', fault.says?.[1]]] as const)
    if (word !== undefined) expect(found.message[language]).toContain(word)
}

function placeOf(text: string, part: string): [line: number, column: number] {
  const start = text.indexOf(part)
  if (start < 0 || text.indexOf(part, start + 1) >= 0) throw new Error(`"${part}" must stand once in the file`)
  const before = text.slice(0, start).split('\n')
  return [before.length, before.at(-1)!.length + 1]
}
