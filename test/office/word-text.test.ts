import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { shownNumber } from '../../packages/office/src/read/shown-number.ts'
import { readWordText } from '@tiaoli/office/word-text'
import { writeWord } from '@tiaoli/office/word'

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const file = (body: string, name = 'word/document.xml') =>
  zipSync({ [name]: strToU8(`<w:document ${NS}><w:body>${body}</w:body></w:document>`) })
const read = (body: string) => readWordText(file(body), 'notice.docx')
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

it('a Word file that was written is read paragraph by paragraph', async () => {
  const lines = ['关于修改的通知', '一、将“十个”改为“八个”。', 'Sections 4 & 6 are <repealed>.']
  const bytes = writeWord(
    lines.map((text) => ({ kind: 'body' as const, runs: [{ text: text.slice(0, 4) }, { text: text.slice(4) }] })),
    { form: 'dossier', language: 'zh' },
  )
  expect((await readWordText(bytes, 'notice.docx')).trimEnd().split('\n')).toEqual(lines)
})

it.each([
  [
    'tracked changes as they are once accepted',
    `<w:p><w:del>${run('十')}</w:del><w:ins>${run('八')}</w:ins>${run('个')}</w:p>`,
    '八个\n',
  ],
  [
    'what was moved where it is now',
    `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo></w:p>`,
    '乙甲\n',
  ],
  [
    'line breaks and tabs, but not where tabs stop',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:br/></w:r>${run('丙')}</w:p>`,
    '甲 乙\n丙\n',
  ],
  [
    'cells of tables as paragraphs',
    `<w:tbl><w:tr><w:tc><w:p>${run('甲')}</w:p></w:tc><w:tc><w:p>${run('乙')}</w:p></w:tc></w:tr></w:tbl>`,
    '甲\n乙\n',
  ],
  [
    'a text box once',
    `<w:p>${run('甲')}<mc:Choice><w:p>${run('框')}</w:p></mc:Choice><mc:Fallback><w:p>${run('框')}</w:p></mc:Fallback></w:p>`,
    '甲\n框\n',
  ],
])('a text has %s', async (_, body, text) => {
  expect(await read(body)).toBe(text)
})

const LIST = `<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Part"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`
const STYLES = `<w:style w:type="paragraph" w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="PartBelow"><w:basedOn w:val="Part"/></w:style>`
const numbered = (words: string, list: number, level = 0, more = '') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}</w:pPr>${words === '' ? '' : run(words)}</w:p>`
const styled = (words: string, style: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(words)}</w:p>`
const readNumbered = (...paragraphs: string[]) =>
  readWordText(
    zipSync({
      'word/document.xml': strToU8(`<w:document ${NS}><w:body>${paragraphs.join('')}</w:body></w:document>`),
      'word/numbering.xml': strToU8(`<w:numbering ${NS}>${LIST}</w:numbering>`),
      'word/styles.xml': strToU8(`<w:styles ${NS}>${STYLES}</w:styles>`),
    }),
    'notice.docx',
  )

it.each([
  [
    'as they are shown, the inner ones from the start in each outer one',
    [
      numbered('甲', 1),
      numbered('乙', 1, 1),
      numbered('丙', 1, 1),
      numbered('丁', 1),
      numbered('戊', 1, 1),
      numbered('己', 1, 2),
    ],
    ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '2.1.1 己'],
  ],
  ['of styles, and of those based on them', [styled('甲', 'Part'), styled('乙', 'PartBelow')], ['一、甲', '二、乙']],
  [
    'unless the paragraph says otherwise',
    [styled('甲', 'Part'), styled('乙', 'Part', '<w:numPr><w:numId w:val="0"/></w:numPr>'), styled('丙', 'Part')],
    ['一、甲', '乙', '二、丙'],
  ],
  [
    'from the start where a list begins again, and on where it only goes on',
    [numbered('甲', 1), numbered('乙', 2), numbered('丙', 2), numbered('丁', 1)],
    ['一、甲', '一、乙', '二、丙', '三、丁'],
  ],
  [
    'from the first that the list has',
    [numbered('甲', 3), numbered('乙', 3), numbered('丙', 3)],
    ['第九条甲', '第十条乙', '第十一条丙'],
  ],
  [
    'of paragraphs without words, but none of what is deleted',
    [numbered('甲', 1), numbered('', 1), numbered('', 1, 0, '<w:rPr><w:del w:id="1"/></w:rPr>'), numbered('丁', 1)],
    ['一、甲', '三、丁'],
  ],
  ['but no bullets', [numbered('甲', 1, 3)], ['甲']],
  [
    'but not those from before a tracked change',
    [
      `<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('甲')}</w:p>`,
    ],
    ['甲'],
  ],
])('numbers that Word counts are read %s', async (_, paragraphs, lines) => {
  expect((await readNumbered(...paragraphs)).trimEnd().split('\n')).toEqual(lines)
})

it.each([
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 12, '十二'],
  ['chineseCountingThousand', 20, '二十'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseLegalSimplified', 11, '壹拾壹'],
  ['decimalEnclosedCircleChinese', 3, '③'],
  ['ideographTraditional', 2, '乙'],
  ['upperLetter', 28, 'BB'],
  ['lowerRoman', 14, 'xiv'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalZero', 7, '07'],
  ['ordinal', 12, '12th'],
  ['aFormatOfLater', 5, '5'],
])('a number in %s: %i is %s', (format, number, shown) => {
  expect(shownNumber(number, format)).toBe(shown)
})

it.each([
  ['no zip file', new Uint8Array([1, 2, 3])],
  ['another zip file', file('', 'xl/workbook.xml')],
  ['a file that is cut short', file(run('甲')).slice(0, 60)],
  ['more text than any document has', file('<w:p/>'.repeat(6_000_000))],
])('%s is refused with what to do', async (_, bytes) => {
  await expect(readWordText(bytes, 'notice.docx')).rejects.toMatchObject({
    code: 'not-a-word-file',
    text: { en: expect.stringContaining('save it as .docx') },
  })
})
