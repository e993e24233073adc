import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
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
