import { lintPack, type LintCode, type LintFinding, type LintOptions } from '@tiaoli/authoring'
import { loadPack, PackError } from '@tiaoli/engine'
import { inOneLanguage, toyPack, toyText, type ToyParts } from '../../support/toy-pack.ts'

/** Lints of some codes in the toy pack, whose text has lines. */
export function lintsOf(parts: ToyParts, codes: readonly LintCode[], options?: LintOptions): readonly LintFinding[] {
  return lintsOfText(toyText(parts), options).filter(({ code }) => codes.includes(code))
}

/** The same of a pack in these languages, whose texts are in Chinese and, where that is one of them, in English. */
export function lintsIn(languages: readonly string[], parts: ToyParts, codes: readonly LintCode[]) {
  const { files } = languages.includes('en') ? toyPack(parts) : inOneLanguage('zh', toyPack(parts))
  const named = { ...files, 'pack.json': { ...(files['pack.json'] as object), languages } }
  const texts = Object.entries(named).map(([path, json]) => [path, JSON.stringify(json, null, 2)])
  return lintsOfText(Object.fromEntries(texts)).filter(({ code }) => codes.includes(code))
}

export function lintsOfText(files: Record<string, string>, options?: LintOptions): readonly LintFinding[] {
  const { diagnostics, lints } = lintPack(loadPack({ files }), options)
  if (diagnostics.length > 0) throw new PackError(diagnostics)
  return lints
}

/** Code and place of each, the way most tests look at them. */
export function placesOf(lints: readonly LintFinding[]): string[] {
  return lints.map(({ code, file, pointer }) => `${code} ${file}#${pointer}`)
}
