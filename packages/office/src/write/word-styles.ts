import { FONTS, LATIN_FONT } from './font-names.ts'

export const WORD_MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const WORD_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A letter has the type and the lines of GB/T 9704; a dossier to work with is set smaller. */
export type WordForm = 'letter' | 'dossier'

interface Look {
  font: keyof typeof FONTS
  /** Half points. */
  size: number
  align: 'left' | 'center' | 'right' | 'both'
  /** Twentieths of a point. */
  line?: number
  before?: number
  after?: number
  /** Hundredths of a character. */
  firstLine?: number
  right?: number
  /** In the outline of the document, from 0. */
  level?: number
  isItem?: boolean
}

/** 二号 for titles, 三号 for the body; lines of 28 points. */
const LETTER: Record<string, Look> = {
  number: { font: 'body', size: 32, align: 'center', line: 560, after: 560 },
  title: { font: 'title', size: 44, align: 'center', line: 640, after: 560, level: 0 },
  heading: { font: 'heading', size: 32, align: 'both', line: 560, firstLine: 200, level: 1 },
  body: { font: 'body', size: 32, align: 'both', line: 560, firstLine: 200 },
  plain: { font: 'body', size: 32, align: 'left', line: 560 },
  item: { font: 'body', size: 32, align: 'both', line: 560, isItem: true },
  right: { font: 'body', size: 32, align: 'right', line: 560, right: 400 },
}

const DOSSIER: Record<string, Look> = {
  number: { font: 'body', size: 24, align: 'center', after: 120 },
  title: { font: 'title', size: 36, align: 'center', after: 240, level: 0 },
  heading: { font: 'heading', size: 28, align: 'left', before: 240, after: 120, level: 1 },
  body: { font: 'body', size: 24, align: 'left', after: 120, firstLine: 200 },
  plain: { font: 'body', size: 24, align: 'left', after: 120 },
  item: { font: 'body', size: 24, align: 'left', after: 120, isItem: true },
  right: { font: 'body', size: 24, align: 'right', after: 120 },
}

const FORMS: Record<WordForm, Record<string, Look>> = { letter: LETTER, dossier: DOSSIER }

/** The looks of paragraphs. A paper without Chinese names no Chinese font. */
export function stylesOf(form: WordForm, isChinese: boolean): string {
  const styles = Object.entries(FORMS[form]).map(([name, look]) => styleXml(name, look, isChinese))
  return `<w:styles xmlns:w="${WORD_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('body', isChinese)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join('')}</w:styles>`
}

function styleXml(name: string, look: Look, isChinese: boolean): string {
  const { font, size, align, line, before = 0, after = 0, firstLine, right, level, isItem } = look
  const lines = line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`
  const indents = [
    ...(isItem ? ['w:left="420" w:hanging="420"'] : []),
    // Word takes the lengths where it does not know how wide a character is.
    ...(firstLine ? [`w:firstLineChars="${firstLine}" w:firstLine="${(firstLine * size) / 10}"`] : []),
    ...(right ? [`w:rightChars="${right}" w:right="${(right * size) / 10}"`] : []),
  ]
  return [
    `<w:style w:type="paragraph" w:styleId="${name}"${name === 'plain' ? ' w:default="1"' : ''}><w:name w:val="${name}"/><w:qFormat/><w:pPr>`,
    isItem ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '',
    // A heading stays with what it is over.
    level === 1 ? '<w:keepNext/>' : '',
    `<w:spacing w:before="${before}" w:after="${after}"${lines}/>`,
    indents.length > 0 ? `<w:ind ${indents.join(' ')}/>` : '',
    `<w:jc w:val="${align}"/>${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr>`,
    `<w:rPr>${fonts(font, isChinese)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  ].join('')
}

function fonts(font: keyof typeof FONTS, isChinese: boolean): string {
  const eastAsia = isChinese ? ` w:eastAsia="${FONTS[font].name}"` : ''
  return `<w:rFonts w:ascii="${LATIN_FONT}" w:hAnsi="${LATIN_FONT}"${eastAsia} w:cs="${LATIN_FONT}"/>`
}

/** Page numbers differ between odd and even pages. */
export const SETTINGS = `<w:settings xmlns:w="${WORD_MAIN}"><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

export function fontTable(isChinese: boolean): string {
  const named = Object.values(isChinese ? FONTS : {}).map(
    ({ name, otherwise }) => `<w:font w:name="${name}"><w:altName w:val="${otherwise}"/></w:font>`,
  )
  return `<w:fonts xmlns:w="${WORD_MAIN}">${named.join('')}</w:fonts>`
}

/** The one list there is: items with a dot. */
export const NUMBERING = `<w:numbering xmlns:w="${WORD_MAIN}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

/** — 1 —, one character in from the outer margin. */
export function pageNumber(side: 'left' | 'right', isChinese: boolean): string {
  const run = (inner: string) => `<w:r><w:rPr>${fonts('table', isChinese)}<w:sz w:val="28"/></w:rPr>${inner}</w:r>`
  const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="end"/>')}`
  return `<w:ftr xmlns:w="${WORD_MAIN}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${run('<w:t xml:space="preserve">— </w:t>')}${field}${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`
}
