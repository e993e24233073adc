import { cpSync, existsSync, linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { emptyFolder, RULES, tiaoli } from './tiaoli.ts'

const PACK = join(RULES, 'ganzhou-2018-32')
let cwd: string

beforeEach(() => {
  cwd = emptyFolder()
  writeFileSync(join(cwd, '台账.csv'), '律师事务所名称,执业律师数\n甲律师事务所,5\n')
  writeFileSync(join(cwd, 'ledger.json'), '{"id":"C01"}')
  writeFileSync(join(cwd, 'notice.txt'), '第一条  自2027年1月1日起施行。\n')
  writeFileSync(join(cwd, 'mapping.json'), '{}')
  linkSync(join(cwd, 'ledger.json'), join(cwd, 'linked.json'))
  symlinkSync(join(cwd, '台账.csv'), join(cwd, 'shortcut.csv'))
})

const within = (...line: string[]) =>
  line.map((arg) => (/\.(?:json|csv|txt)$/.test(arg) && !arg.startsWith('=') ? join(cwd, arg) : arg))

const importing = ['import', '台账.csv', '--pack', PACK]
const amending = ['amend', PACK, 'notice.txt', '--id', 'notice-2027', '--from', '2027-01-01']

test.each([
  ['a ledger and the names', [...importing, '-o', 'X.json', '--names', 'X.json'], '--output 和 --names'],
  ['names and persons', [...importing, '--names', 'X.json', '--persons', 'X.json'], '--names 和 --persons'],
  [
    'a ledger and the mapping',
    [...importing, '-o', 'X.json', '--save-mapping', 'X.json'],
    '--output 和 --save-mapping',
  ],
  ['two paths of one file', [...importing, '-o', 'ledger.json', '--names', 'linked.json'], '--output 和 --names'],
])('%s are not written into one file', async (_, line, words) => {
  const before = readdirSync(cwd)
  const { code, err } = await tiaoli([...within(...line), '--lang', 'zh'], { cwd })
  expect([code, err]).toEqual([2, expect.stringContaining(`${words} 写的是同一个文件`)])
  expect(readdirSync(cwd)).toEqual(before)
  expect(readFileSync(join(cwd, 'ledger.json'), 'utf8')).toBe('{"id":"C01"}')
})

test.each([
  ['a workbook that is imported', [...importing, '-o', '台账.csv'], '台账.csv'],
  ['the same by another path', [...importing, '-o', 'shortcut.csv'], 'shortcut.csv'],
  ['an earlier ledger', [...importing, '--ledger', 'ledger.json', '-o', 'ledger.json'], 'ledger.json'],
  ['the mapping', [...importing, '--mapping', 'mapping.json', '--names', 'mapping.json'], 'mapping.json'],
  ['the ledger of a template', ['template', PACK, '--ledger', 'ledger.json', '-o', 'ledger.json'], 'ledger.json'],
  ['a template that is read', ['template', PACK, '--read', '台账.csv', '-o', '台账.csv'], '台账.csv'],
  ['the text of an amendment', [...amending, '--output', 'notice.txt'], 'notice.txt'],
  [
    'the ledger of a calendar',
    [
      'calendar',
      PACK,
      '--from',
      '2019-01-01',
      '--to',
      '2019-12-31',
      '--ledger',
      'ledger.json',
      '--output',
      'ledger.json',
    ],
    'ledger.json',
  ],
])('%s is not written over', async (_, line, file) => {
  const before = readFileSync(join(cwd, file))
  const { code, err } = await tiaoli([...within(...line), '--lang', 'zh'], { cwd })
  expect([code, err]).toEqual([2, expect.stringContaining(`写的是要读的文件：${file}。请换一个文件名`)])
  expect(readFileSync(join(cwd, file))).toEqual(before)
})

test('a dossier is not written over the draft that is written with it, and neither is written', async () => {
  cpSync(PACK, join(cwd, 'pack'), { recursive: true })
  cpSync(join(RULES, 'party-organization-basics'), join(cwd, 'party-organization-basics'), { recursive: true })
  const draft = join(cwd, 'pack/documents/notice-2027/clauses.json')
  const line = ['amend', join(cwd, 'pack'), join(cwd, 'notice.txt'), '--id', 'notice-2027', '--from', '2027-01-01']
  const { code, err } = await tiaoli([...line, '--write', '--output', draft, '--lang', 'zh'], { cwd })
  expect([code, err]).toEqual([2, expect.stringContaining('--write 和 --output 写的是同一个文件')])
  expect(existsSync(draft)).toBe(false)
})
