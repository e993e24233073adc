import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWord } from '@tiaoli/office/word'
import { copyOfRules, emptyFolder, tiaoli } from './tiaoli.ts'

const NOTICE = [
  '关于修改《实施意见》的通知（虚构）',
  '一、将三、（五）中的第一句修改为：“律所主任是中共党员的，一般应实行党组织书记、律所主任“一肩挑”，”。',
  '二、本通知自2027年1月1日起施行。',
].join('\n')
const NEW = ['--id', 'notice-2027', '--from', '2027-01-01']

function withNotice(folder: string, text: string | Uint8Array = NOTICE): string {
  writeFileSync(join(folder, 'notice.txt'), text)
  return folder
}

test('a notice is laid beside the document, and what rests on the clause that it changes is listed', async () => {
  const folder = withNotice(emptyFolder())
  const { code, out, err } = await tiaoli(['amend', 'ganzhou-2018-32', 'notice.txt', ...NEW, '--lang', 'zh'], {
    cwd: folder,
  })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('- 三、（五）（s3.5.a1）改写：律所主任是中共党员的**，一般**应实行党组织书记')
  expect(out).toContain('（one-shoulder）：依据 s3.5.a1')
})

test('the draft is written into the pack, which check reads with the places that are to be filled in', async () => {
  const folder = withNotice(copyOfRules())
  const pack = './rules/ganzhou-2018-32'
  const { code, err } = await tiaoli(['amend', pack, 'notice.txt', ...NEW, '--write'], { cwd: folder })
  expect(code).toBe(0)
  expect(err).toContain(
    'Wrote a draft: pack.json, documents/notice-2027/document.json, documents/notice-2027/clauses.json, documents/notice-2027/source.zh.txt.',
  )
  expect(readFileSync(join(folder, pack, 'documents/notice-2027/source.zh.txt'), 'utf8')).toBe(
    readFileSync(join(folder, 'notice.txt'), 'utf8'),
  )
  expect(readFileSync(join(folder, pack, 'pack.json'), 'utf8')).toContain('"document": "ganzhou-2018-32"')
  const checked = await tiaoli(['check', pack], { cwd: folder })
  expect(checked.out).toContain('documents/notice-2027/document.json')
  expect(checked.out).toContain('placeholder')
})

test('with a ledger it says what the draft changes, before its day nothing', async () => {
  const folder = withNotice(copyOfRules())
  const ledger = ['--ledger', 'rules/ganzhou-2018-32/samples/city-of-79.json']
  const effect = async (asOf: string) => {
    const args = ['amend', 'ganzhou-2018-32', 'notice.txt', ...NEW, ...ledger, '--as-of', asOf, '--json']
    const { out } = await tiaoli(args, { cwd: folder })
    return (JSON.parse(out) as { effect: { flipped: number } }).effect.flipped
  }
  expect(await effect('2026-12-31')).toBe(0)
  expect(await effect('2027-01-01')).toBeGreaterThan(0)
})

test('writes Word or Markdown, by the name of the file', async () => {
  const folder = withNotice(emptyFolder())
  for (const file of ['dossier.docx', 'dossier.md'])
    await tiaoli(['amend', 'ganzhou-2018-32', 'notice.txt', ...NEW, '--output', file], { cwd: folder })
  expect(readFileSync(join(folder, 'dossier.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(join(folder, 'dossier.md'), 'utf8')).toMatch(/^# Amendment of /)
})

test('a notice is read from a Word file, whatever it is called, and its text is kept beside the draft', async () => {
  const folder = copyOfRules()
  const paragraphs = NOTICE.split('\n').map((text) => ({ kind: 'body' as const, runs: [{ text }] }))
  for (const file of ['notice.docx', 'notice'])
    writeFileSync(join(folder, file), writeWord(paragraphs, { form: 'dossier', language: 'zh' }))
  const pack = './rules/ganzhou-2018-32'
  const shown = await tiaoli(['amend', pack, 'notice', ...NEW, '--lang', 'zh'], { cwd: folder })
  expect(shown.out).toContain('- 三、（五）（s3.5.a1）改写：律所主任是中共党员的**，一般**应实行党组织书记')
  await tiaoli(['amend', pack, 'notice.docx', ...NEW, '--write'], { cwd: folder })
  expect(readFileSync(join(folder, pack, 'documents/notice-2027/source.zh.txt'), 'utf8').trimEnd()).toBe(NOTICE)
})

test.each([
  ['no id', ['notice.txt', '--from', '2027-01-01'], 2, 'Name the pack, the new text, --id and --from'],
  ['no day', ['notice.txt', '--id', 'n', '--from', '2027-02-30'], 2, '"2027-02-30" is not a calendar date'],
  ['an id that is taken', ['notice.txt', '--id', 'ganzhou-2018-32', '--from', '2027-01-01'], 2, 'is there already'],
  ['a document that is not there', ['notice.txt', ...NEW, '--amends', 'hangzhou'], 2, 'no document "hangzhou"'],
  ['a text that is not there', ['other.txt', ...NEW], 3, 'other.txt'],
  ['a Word file of an older format', ['old.doc', ...NEW], 3, 'save it as .docx'],
  ['a text in GBK', ['gbk.txt', ...NEW], 3, 'GBK'],
])('%s is refused, and nothing is written', async (_, args, expected, says) => {
  const folder = withNotice(copyOfRules())
  writeFileSync(join(folder, 'gbk.txt'), Buffer.from('d6d0b9fac2c9cba6b5b3bda8', 'hex'))
  writeFileSync(join(folder, 'old.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  const { code, err } = await tiaoli(['amend', './rules/ganzhou-2018-32', ...args, '--write'], { cwd: folder })
  expect(code).toBe(expected)
  expect(err).toContain(says)
  expect(existsSync(join(folder, 'rules/ganzhou-2018-32/documents/notice-2027'))).toBe(false)
})
