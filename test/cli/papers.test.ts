import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, write } from '@e965/xlsx'
import { makePapers } from '@tiaoli/office/papers'
import { writeWord } from '@tiaoli/office/word'
import { readWordText } from '@tiaoli/office/word-text'
import { describe, expect, test } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { emptyFolder, RULES, SAMPLE, tiaoli } from './tiaoli.ts'

const PACK = join(RULES, 'ganzhou-2018-32')
const day = { asOf: '2019-12-31' }
const args = (kind: string, ...more: string[]) => ['papers', kind, PACK, SAMPLE, '--as-of', day.asOf, ...more]

describe('papers', () => {
  test('are what the library makes, in the folder that was named', async () => {
    const cwd = emptyFolder()
    const { code, err } = await tiaoli(args('problems', '-o', 'out', '--lang', 'zh'), { cwd })
    expect({ code, err }).toEqual({ code: 0, err: `已写入 ${join('out', '问题清单.xlsx')}。\n` })
    const policy = compiledPack('ganzhou-2018-32')
    const report = policy.evaluate(readSample(), day)
    const { papers } = await makePapers('problems', { policy, report, ledger: readSample(), language: 'zh' })
    expect(new Uint8Array(readFileSync(join(cwd, 'out', '问题清单.xlsx')))).toEqual(papers[0]!.bytes)
    expect(readdirSync(join(cwd, 'out'))).toEqual(['问题清单.xlsx'])
  })

  test('of one unit are for it alone, under the name that a file gives it', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'names.json'), '{"F027":"江西楚天律师事务所"}')
    const more = ['--subject', 'F027', '--names', join(cwd, 'names.json'), '--output', 'out', '--lang', 'zh', '--json']
    const { out } = await tiaoli(args('notices', ...more), { cwd })
    const files = ['整改通知书-江西楚天律师事务所.docx', '整改通知书-市律师行业党委.docx']
    expect(JSON.parse(out)).toEqual({ files: files.map((name) => join('out', name)), remarks: [] })
  })

  test('of statistics count the unit that was named, and what is below it', async () => {
    const cwd = emptyFolder()
    await tiaoli(args('statistics', '--subject', 'K05', '-o', 'out', '--lang', 'zh'), { cwd })
    const policy = compiledPack('ganzhou-2018-32')
    const subjects = ['K05']
    const report = policy.evaluate(readSample(), { ...day, subjects })
    const input = { policy, report, ledger: readSample(), language: 'zh' as const }
    const { papers } = await makePapers('statistics', { ...input, subjects })
    const written = new Uint8Array(readFileSync(join(cwd, 'out', papers[0]!.name)))
    expect(written).toEqual(papers[0]!.bytes)
    expect(written).not.toEqual((await makePapers('statistics', input)).papers[0]!.bytes)
  })

  test('of notices are written into a template of the office, and one that is wrong is named', async () => {
    const cwd = emptyFolder()
    const template = (text: string) => {
      const paragraphs = [{ kind: 'plain' as const, runs: [{ text }] }]
      writeFileSync(join(cwd, '通知.docx'), writeWord(paragraphs, { form: 'letter', language: 'zh' }))
    }
    const more = ['--subject', 'F027', '--template', join(cwd, '通知.docx'), '-o', 'out', '--lang', 'zh']
    template('关于{主送单位}的通知{#问题}{存在问题}{/问题}')
    expect((await tiaoli(args('notices', ...more), { cwd })).code).toBe(0)
    const name = '整改通知书-市律师行业党委.docx'
    const text = await readWordText(readFileSync(join(cwd, 'out', name)), name)
    expect(text).toMatch(/^关于市律师行业党委的通知/)

    template('{主送单元}{#问题}{存在问题}{/问题}')
    const wrong = await tiaoli(args('notices', ...more), { cwd })
    expect([wrong.code, wrong.err]).toEqual([
      3,
      expect.stringMatching(/^通知\.docx：模板中有不认识的占位符：\{主送单元\}。.*您是否想写“主送单位”？\n$/),
    ])
    const other = await tiaoli(args('problems', ...more), { cwd })
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('只有整改通知书（notices）可以用模板')])
  })

  test('that were left out are told', async () => {
    const { err } = await tiaoli(args('notices', '--subject', 'F001', '-o', 'out'), { cwd: emptyFolder() })
    expect(err).toBe('Nothing has to be put right: no notice is made.\n')
  })

  test('are written all or none', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'out', '整改通知书-市律师行业党委.docx'), { recursive: true })
    const { code, err } = await tiaoli(args('notices', '--subject', 'F027', '-o', 'out', '--lang', 'zh'), { cwd })
    expect(code).toBe(3)
    expect(err).toContain('是文件夹')
    expect(readdirSync(join(cwd, 'out'))).toEqual(['整改通知书-市律师行业党委.docx'])
  })

  test.each([
    ['of no kind that there is', ['letters'], 2, 'Name the kind of paper: problems (List of problems), '],
    [
      'of statistics, of some requirements or years',
      ['statistics', '--requirement', 'debriefing', '--period', '2019'],
      2,
      'so --requirement, --period would change nothing. Leave it out',
    ],
    ['of statistics, of one scope', ['statistics', '--scope', 'firm'], 2, 'so --scope would change nothing'],
    ['with names that are a list', ['problems', '--names', 'list.json'], 3, 'has to be a JSON object with names by id'],
    ['with names that are no JSON', ['problems', '--names', 'broken.json'], 3, 'broken.json:1:2'],
    ['with names that are not there', ['problems', '--names', 'none.json'], 3, 'File not found: '],
  ])('%s are refused, and nothing is written', async (_, [kind = '', ...more], code, words) => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'list.json'), '["a"]')
    writeFileSync(join(cwd, 'broken.json'), '{')
    const inFolder = more.map((arg) => (arg.endsWith('.json') ? join(cwd, arg) : arg))
    const ran = await tiaoli(args(kind, ...inFolder, '-o', 'out'), { cwd })
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(words)
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })
})

describe('a follow-up table that comes back', () => {
  test('is read to the cell, and what cannot be read is told by its place', async () => {
    const cwd = emptyFolder()
    await tiaoli(args('supervision', '--subject', 'F027', '-o', 'out', '--lang', 'zh'), { cwd })
    const path = join(cwd, 'out', '督办表.xlsx')
    expect(await tiaoli(['progress', path, '--lang', 'zh'])).toMatchObject({
      code: 0,
      out: '',
      err: '督办表中没有填写办理状态、办结日期或进展。\n',
    })
    const book = read(readFileSync(path))
    const sheet = book.Sheets['督办表']!
    const cells = Object.entries<{ v?: unknown }>(sheet)
    const column = (key: string) => cells.find(([, { v }]) => v === key)![0].replace(/\d+$/, '')
    const row = /\d+$/.exec(cells.find(([, { v }]) => String(v).startsWith('branch-term - F027 '))![0])![0]
    sheet[`${column('progress.state')}${row}`] = { t: 's', v: '已办结' }
    sheet[`${column('progress.day')}${row}`] = { t: 's', v: '上个月' }
    writeFileSync(path, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer))
    const { code, out, err } = await tiaoli(['progress', path, '--lang', 'zh'])
    expect({ code, out }).toEqual({
      code: 1,
      out: '律师事务所（名称未填，台账第27个），党支部、党总支任期届满按时换届：已办结\n',
    })
    expect(err).toBe(
      `督办表.xlsx 督办表 ${column('progress.day')}${row}：不是完整的日期。请写明年月日，如2020年3月5日。\n`,
    )
  })

  test('has to be named, and to be one', async () => {
    const cwd = emptyFolder()
    expect(await tiaoli(['progress'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name the follow-up table'),
    })
    await tiaoli(args('registers', '-o', 'out', '--lang', 'zh'), { cwd })
    const { code, err } = await tiaoli(['progress', join(cwd, 'out', '述职情况表.xlsx')])
    expect([code, err]).toEqual([3, expect.stringContaining('This is not a follow-up table')])
  })
})
