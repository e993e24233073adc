import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { Block } from './dossier-blocks.ts'
import type { Run } from './marked-words.ts'

/** Names of fonts as official papers use them (GB/T 9704); the reader’s own take their place where they are missing. */
const FONTS = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
}
const STYLES = {
  default: {
    document: { run: { font: FONTS.body, size: 24 } },
    title: {
      run: { font: FONTS.title, size: 36, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    },
    heading1: {
      run: { font: FONTS.heading, size: 28, color: '000000' },
      paragraph: { spacing: { before: 240, after: 120 } },
    },
  },
}
/** The margins of GB/T 9704. */
const MARGIN = { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' } as const

/** A dossier as a Word file: removed words struck through, added words underlined. */
export async function dossierDocx(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    styles: STYLES,
    sections: [{ properties: { page: { margin: MARGIN } }, children: blocks.map(paragraphOf) }],
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
