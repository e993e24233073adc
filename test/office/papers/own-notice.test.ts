import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compile } from '@tiaoli/engine'
import { makePapers, NOTICE_NAMES, NoticeTemplateError, PROBLEM_NAMES } from '@tiaoli/office/papers'
import { writeWord } from '@tiaoli/office/word'
import { readWordText } from '@tiaoli/office/word-text'
import { readPack } from '../../../scripts/read-pack.ts'
import { readSample } from '../../load-packs.ts'
import district from '../../../examples/playground-safety/samples/district.json' with { type: 'json' }
import { city, cityReport } from './sample-papers.ts'

/** A Word file of the office, a paragraph a line. */
function templateOf(lines: readonly string[], name = '本局通知书.docx') {
  const paragraphs = lines.map((text) => ({ kind: 'plain' as const, runs: [{ text }] }))
  return { name, bytes: writeWord(paragraphs, { form: 'letter', language: 'zh' }) }
}

/** The same with parts changed or added. */
function changed({ name, bytes }: ReturnType<typeof templateOf>, change: (parts: Record<string, string>) => void) {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([part, file]) => [part, strFromU8(file)]))
  change(parts)
  return {
    name,
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)]))),
  }
}

const input = {
  policy: city,
  report: cityReport({ asOf: '2019-12-31', subjects: ['F027'] }),
  ledger: readSample(),
  names: { F027: '江西楚天律师事务所' },
  language: 'zh' as const,
}
const notices = (template: ReturnType<typeof templateOf>) => makePapers('notices', { ...input, template })

const CHINESE = [
  '某市司法局',
  '关于{主送单位}党建工作的整改通知',
  '{主送单位}：',
  '对照{依据文件}，截至{截至日期}，{称谓}有{问题数}个问题。',
  '{#问题}',
  '{序号}、{存在问题}',
  '依据：{依据}',
  '要求：{整改要求}{#责任主体}（由{责任主体}负责）{/责任主体}{#规定期限}，{规定期限}前{/规定期限}',
  '{/问题}',
  '特此通知。',
]

async function refusal(template: { name: string; bytes: Uint8Array }): Promise<NoticeTemplateError> {
  try {
    await makePapers('notices', { ...input, template })
  } catch (error) {
    if (error instanceof NoticeTemplateError) return error
    throw error
  }
  throw new Error('The template was taken.')
}

describe('a notice by a template of the office', () => {
  test('has its words, with the addressee and every problem filled in', async () => {
    const { papers } = await notices(templateOf(CHINESE))
    const text = await readWordText(papers[0]!.bytes, papers[0]!.name)
    const lines = text.trim().split('\n')
    expect(papers[0]!.name).toBe('整改通知书-江西楚天律师事务所.docx')
    expect(lines.slice(0, 4)).toEqual([
      '某市司法局',
      '关于江西楚天律师事务所党建工作的整改通知',
      '江西楚天律师事务所：',
      '对照《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号），截至2019年12月31日，你所有2个问题。',
    ])
    expect(lines.at(-1)).toBe('特此通知。')
    const usual = await readWordText((await makePapers('notices', input)).papers[0]!.bytes, 'usual.docx')
    expect(lines.filter((line) => /^[一二]、/.test(line))).toHaveLength(2)
    for (const line of lines.filter((one) => /^[一二]、/.test(one))) expect(usual).toContain(line.slice(2))
    expect(text).not.toMatch(/[{}]|undefined/)
  })

  test('has one stop where the template has one of its own behind a sentence, also in pieces and in quotations', async () => {
    const lines = ['{#问题}{序号}、{存在问题}。', '依据：{依据}；要求：{整改要求}。', '{存在问题} {序号}，{/问题}']
    const template = changed(templateOf(lines), (parts) => {
      const document = parts['word/document.xml']!
      parts['word/document.xml'] = document.replace('{存在问题}。', '{存在问题}</w:t></w:r><w:r><w:t>。')
    })
    const { papers } = await notices(template)
    const text = await readWordText(papers[0]!.bytes, papers[0]!.name)
    expect(text, text).not.toMatch(/[。.][”’]?[。；，]/)
    expect(text).toMatch(/一、律所主任是中共党员，.+作出的有效同意。\n/)
    expect(text).toContain('作出的有效同意。 一，')
  })

  test('is made for each addressee, and the same template gives the same bytes', async () => {
    const [one, other] = await Promise.all([notices(templateOf(CHINESE)), notices(templateOf(CHINESE))])
    expect(one.papers.map(({ name }) => name)).toEqual(
      (await makePapers('notices', input)).papers.map(({ name }) => name),
    )
    expect(one).toEqual(other)
  })

  test('takes every placeholder by its Chinese and its English name', async () => {
    const named = (names: Readonly<Record<string, string>>, of: 'zh' | 'en') =>
      Object.entries(names)
        .flatMap(([zh, en]) => (en === 'problems' ? [] : [`{${of === 'zh' ? zh : en}}`]))
        .join('|')
    const textIn = async (language: 'zh' | 'en') => {
      const [open, close] = language === 'zh' ? ['{#问题}', '{/问题}'] : ['{#problems}', '{/problems}']
      const lines = [named(NOTICE_NAMES, language), open, named(PROBLEM_NAMES, language), close]
      const { papers } = await notices(templateOf(lines))
      return readWordText(papers[0]!.bytes, 'n.docx')
    }
    expect(await textIn('en')).toBe(await textIn('zh'))
    expect(await textIn('zh')).toContain('江西楚天律师事务所|')
  })

  test('finds a placeholder that Word has cut into pieces, and writes signs of XML as they are', async () => {
    const whole = templateOf(['{主送单位}', '{#问题}{存在问题}{/问题}'])
    const cut = changed(whole, (parts) => {
      parts['word/document.xml'] = parts['word/document.xml']!.replace(
        '{主送单位}',
        '{主送</w:t></w:r><w:r><w:t xml:space="preserve">单位}',
      )
    })
    const { papers } = await makePapers('notices', {
      ...input,
      names: { F027: '甲<乙>&“丙”律师事务所' },
      template: cut,
    })
    expect(await readWordText(papers[0]!.bytes, 'n.docx')).toContain('甲<乙>&“丙”律师事务所\n')
  })

  test('of a pack in English is in English', async () => {
    const policy = compile(readPack('playground-safety'))
    const report = policy.evaluate(district, { asOf: '2026-03-31' })
    const template = templateOf(['To {recipient}:', '{#problems}{number}. {problem} By {deadline}.', '{/problems}'])
    const { papers } = await makePapers('notices', { policy, report, ledger: district, language: 'en', template })
    const text = await readWordText(papers[0]!.bytes, 'n.docx')
    expect(text).toContain('To operator of Mill Lane Playground:')
    expect(text).toContain('1. The playground has not been registered. By 2025-12-15 (past).')
  })
})

describe('a template that cannot be used is refused with what to do:', () => {
  const loop = '{#问题}{存在问题}{/问题}'
  test.each([
    ['a placeholder that there is not', ['{主送单元}', loop], 'placeholder-unknown', '{主送单元}', '主送单位'],
    ['one that is only of a problem', ['{整改要求}', loop], 'placeholder-misplaced', '{整改要求}', undefined],
    ['one that is not closed', ['{主送单位', loop], 'placeholder-broken', '{主送单位', undefined],
    ['a part that is not closed', ['{#问题}{存在问题}'], 'placeholder-broken', '{问题}', undefined],
    ['raw XML', ['{@主送单位}', loop], 'placeholder-broken', '{主送单位}', undefined],
    ['no problems', ['{主送单位}'], 'problems-missing', '{#问题}', undefined],
    ['problems in problems', ['{#问题}{#problems}{序号}{/problems}{/问题}'], 'problems-nested', '{#问题}', undefined],
    ['wide braces', ['{主送单位}｛截至日期｝', loop], 'placeholder-wide', '截至日期', undefined],
    ['a number of a person', ['{11010519491231002X}', loop], 'placeholder-unknown', '{…}', undefined],
  ])('%s', async (_, lines, code, words, suggestion) => {
    const error = await refusal(templateOf(lines))
    expect([error.code, error.suggestion]).toEqual([code, suggestion])
    expect(error.text.zh).toContain(words)
    expect(error.text.zh).toMatch(/请/)
    expect(JSON.stringify(error.text)).not.toContain('11010519491231002X')
  })

  const good = templateOf([loop])
  const rels = 'word/_rels/document.xml.rels'
  const outside = (type: string) => (parts: Record<string, string>) => {
    parts[rels] = parts[rels]!.replace(
      '</Relationships>',
      `<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/a" TargetMode="External"/></Relationships>`,
    )
  }
  const field = (instruction: string) => (parts: Record<string, string>) => {
    parts['word/document.xml'] = parts['word/document.xml']!.replace(
      '</w:body>',
      `<w:p><w:r><w:instrText>${instruction}</w:instrText></w:r></w:p></w:body>`,
    )
  }
  test.each([
    ['macros', (parts: Record<string, string>) => void (parts['word/vbaProject.bin'] = 'x'), 'has-macros'],
    [
      'the type of a file with macros',
      (parts: Record<string, string>) =>
        void (parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'application/vnd.ms-word.document.macroEnabled.main+xml',
        )),
      'has-macros',
    ],
    ['a template elsewhere', outside('attachedTemplate'), 'has-outside-parts'],
    [
      'an embedded file',
      (parts: Record<string, string>) => void (parts['word/embeddings/a.xlsx'] = 'x'),
      'has-outside-parts',
    ],
    ['a field that fetches', field(' INCLUDETEXT "c:\\a.docx" '), 'has-outside-parts'],
    ['a field that runs', field('DDE</w:instrText><w:instrText>AUTO c:\\a'), 'has-outside-parts'],
    [
      'entities of its own',
      (parts: Record<string, string>) =>
        void (parts['word/document.xml'] = `<!DOCTYPE a [<!ENTITY b "c">]>${parts['word/document.xml']!}`),
      'not-a-word-file',
    ],
    ['no document', (parts: Record<string, string>) => void delete parts['word/document.xml'], 'not-a-word-file'],
    [
      'broken XML',
      (parts: Record<string, string>) => void (parts['word/document.xml'] = '<w:document><w:p>'),
      undefined,
    ],
  ])('%s', async (_, change, code) => {
    const error = await refusal(changed(good, change))
    if (code !== undefined) expect(error.code).toBe(code)
    expect(error.text.zh).toMatch(/请/)
  })

  test('an entity without a document type', async () => {
    const change = (parts: Record<string, string>) => void (parts['word/styles.xml'] = '<a><!ENTITY b "c"></a>')
    expect((await refusal(changed(good, change))).code).toBe('not-a-word-file')
  })

  const MEGABYTE = 1024 * 1024

  test.each([
    ['a text', 'word/styles.xml', 2, /文字连同格式有2\.1MB，最多2MB/],
    ['pictures', 'word/media/image1.png', 8, /展开后有8\.1MB，最多8MB/],
  ])('%s that is too large, with its size and what to do', async (_, part, megabytes, words) => {
    const more = (length: number) => (parts: Record<string, string>) =>
      void (parts[part] = part.endsWith('.xml') ? `<a>${' '.repeat(length)}</a>` : ' '.repeat(length))
    const error = await refusal(changed(good, more(megabytes * MEGABYTE)))
    expect(error.code).toBe('too-large')
    expect(error.text.zh).toMatch(words)
    expect(error.text.zh).toMatch(/请删去/)
    expect(error.text.en).not.toMatch(/\{/)
    await expect(notices(changed(good, more((megabytes - 1) * MEGABYTE)))).resolves.toBeDefined()
  })

  test('a link to a web page may stay', async () => {
    await expect(notices(changed(good, outside('hyperlink')))).resolves.toBeDefined()
  })

  test.each([
    ['a text', strToU8('{主送单位}')],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['half a file', good.bytes.slice(0, good.bytes.length / 2)],
  ])('%s', async (_, bytes) => {
    expect((await refusal({ name: 'a.docx', bytes })).code).toBe('not-a-word-file')
  })
})
