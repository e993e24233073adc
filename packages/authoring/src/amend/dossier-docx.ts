import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Block, Run } from './dossier-blocks.ts'

/** Names of fonts as official papers use them; the reader’s own take their place where they are missing. */
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }

/** A dossier as a Word file: removed words struck through, added words underlined. */
export async function dossierDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: BODY_FONT, size: 24 } } } },
    sections: [{ children: blocks.map(paragraphOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function paragraphOf({ kind, runs }: Block): Paragraph {
  const children = runs.map(runOf)
  if (kind === 'title') return new Paragraph({ heading: HeadingLevel.TITLE, children })
  if (kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_1, children })
  return new Paragraph({ children, ...(kind === 'item' ? { bullet: { level: 0 } } : {}), spacing: { after: 120 } })
}

function runOf({ text, mark }: Run): TextRun {
  if (mark === 'added') return new TextRun({ text, underline: {} })
  return new TextRun({ text, strike: mark === 'removed' })
}
