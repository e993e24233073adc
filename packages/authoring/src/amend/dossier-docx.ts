import type { Language } from '@tiaoli/engine/names'
import { writeWord, type WordParagraph } from '@tiaoli/office/word'
import type { Block } from './dossier-block.ts'

const PARAGRAPHS: Record<Block['kind'], WordParagraph['kind']> = {
  title: 'title',
  heading: 'heading',
  paragraph: 'plain',
  item: 'item',
}

/** A dossier as a Word file: removed words struck through, added words underlined. */
export function dossierDocx(blocks: readonly Block[], language: Language): Uint8Array<ArrayBuffer> {
  const paragraphs = blocks.map(({ kind, runs }) => ({ kind: PARAGRAPHS[kind], runs }))
  return writeWord(paragraphs, { form: 'dossier', language })
}
