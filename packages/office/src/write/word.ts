/**
 * Word files with the page and the fonts of official papers. Pure functions: no files, no clock.
 * @module
 */
import type { Language } from '@tiaoli/engine'
import { isChineseText } from './font-names.ts'
import { officeFile, relations, type Part, type Relation } from './relations.ts'
import {
  NUMBERING,
  SETTINGS,
  WORD_MAIN,
  WORD_RELATIONS,
  fontTable,
  pageNumber,
  stylesOf,
  type WordForm,
} from './word-styles.ts'
import { inXml } from './xml.ts'
import { zipped } from './zipped.ts'

export type { WordForm } from './word-styles.ts'

/** Words of a paragraph, struck through or underlined where they were removed or added. */
export interface WordRun {
  readonly text: string
  readonly mark?: 'added' | 'removed' | undefined
}

export interface WordParagraph {
  /** `number` is the line with the number of a paper. `plain` begins at the margin, `body` two characters in, `right` ends before the other margin. */
  readonly kind: 'number' | 'title' | 'heading' | 'body' | 'plain' | 'item' | 'right'
  readonly runs: readonly WordRun[]
}

const DOCUMENT = 'word/document.xml'

/** A .docx file on A4 with the margins of GB/T 9704. */
export function writeWord(
  paragraphs: readonly WordParagraph[],
  { form, language }: { form: WordForm; language: Language },
): Uint8Array<ArrayBuffer> {
  const isChinese = paragraphs.some(({ runs }) => runs.some(({ text }) => isChineseText(text)))
  const parts: Part[] = [
    part('document', 'document.main', documentXml(paragraphs, language)),
    part('styles', 'styles', stylesOf(form, isChinese)),
    part('settings', 'settings', SETTINGS),
    part('fontTable', 'fontTable', fontTable(isChinese)),
    part('numbering', 'numbering', NUMBERING),
    part('footer1', 'footer', pageNumber('right', isChinese)),
    part('footer2', 'footer', pageNumber('left', isChinese)),
  ]
  const named: Relation[] = ['styles', 'settings', 'fontTable', 'numbering'].map((kind) => [kind, kind, `${kind}.xml`])
  const footers: Relation[] = ['footer1', 'footer2'].map((id) => [id, 'footer', `${id}.xml`])
  const whole = {
    ...officeFile(parts, DOCUMENT),
    'word/_rels/document.xml.rels': relations([...named, ...footers]),
  }
  return zipped(whole, (name) => name !== DOCUMENT)
}

function part(name: string, type: string, xml: string): Part {
  return { name: `word/${name}.xml`, type: `wordprocessingml.${type}`, xml }
}

/** Twentieths of a point, as Word counts lengths. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** A4 with the margins of GB/T 9704, and page numbers on the outer side. */
const PAGE = [
  '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>',
  `<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>`,
  `<w:pgMar w:top="${twips(37)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}" w:header="851" w:footer="${twips(28)}" w:gutter="0"/></w:sectPr>`,
].join('')

function documentXml(paragraphs: readonly WordParagraph[], language: Language): string {
  const body = paragraphs.map(({ kind, runs }) => {
    const text = runs.map((run) => runXml(run, language)).join('')
    return `<w:p><w:pPr><w:pStyle w:val="${kind}"/></w:pPr>${text}</w:p>`
  })
  return `<w:document xmlns:w="${WORD_MAIN}" xmlns:r="${WORD_RELATIONS}"><w:body>${body.join('')}${PAGE}</w:body></w:document>`
}

function runXml({ text, mark }: WordRun, language: Language): string {
  // Quotation marks and dashes are of both scripts: the hint makes them Chinese ones.
  const script = language === 'zh' ? '<w:rFonts w:hint="eastAsia"/>' : ''
  const look = mark === 'removed' ? '<w:strike/>' : mark === 'added' ? '<w:u w:val="single"/>' : ''
  return `<w:r><w:rPr>${script}${look}</w:rPr><w:t xml:space="preserve">${inXml(text)}</w:t></w:r>`
}
