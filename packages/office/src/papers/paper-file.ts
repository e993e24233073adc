import { strToU8 } from 'fflate'
import type { Language } from '@tiaoli/engine/names'
import { zippedFiles } from '../write/zipped.ts'
import { fileName } from './file-names.ts'
import { paperTitle, type PaperKind } from './paper-kinds.ts'
import type { Paper, PaperSet } from './paper.ts'

const REMARKS = { zh: '说明', en: 'Remarks' }

/**
 * All papers of a kind as one file: a paper by itself, or a zip file where there are none or several, or where there is
 * something to remark, which it has as a text.
 */
export function paperFile(kind: PaperKind, { papers, remarks }: PaperSet, language: Language): Paper {
  const [only, ...others] = papers
  if (only && others.length === 0 && remarks.length === 0) return only
  const files = papers.map(({ name, bytes }) => [name, bytes] as const)
  // Editors of Windows know UTF-8 by the mark in front.
  const text = `\ufeff${remarks.map((remark) => `${remark[language]}\r\n`).join('')}`
  const told = remarks.length === 0 ? [] : [[`${REMARKS[language]}.txt`, strToU8(text)] as const]
  return {
    name: `${fileName(paperTitle(kind)[language])}.zip`,
    type: 'application/zip',
    bytes: zippedFiles([...files, ...told]),
  }
}
