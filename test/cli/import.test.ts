import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, RULES, tiaoli } from './tiaoli.ts'

const PACK = join(RULES, 'ganzhou-2018-32')
const REGISTER = resolve('test/office/files/A-律师行业党建工作台账-2026三季度.xlsx')
const plain = (...more: string[]) => ['import', REGISTER, '--pack', PACK, ...more]
const args = (...more: string[]) => plain('--lang', 'zh', ...more)

describe('import', () => {
  test('writes a ledger that is evaluated as it is, and names and persons apart', async () => {
    const cwd = emptyFolder()
    const more = ['-o', 'ledger.json', '--names', 'names.json', '--persons', 'persons.json']
    const { code, out, err } = await tiaoli(args(...more), { cwd })
    expect(code).toBe(0)
    expect(err).toBe('已写入 ledger.json。\n已写入 names.json。\n已写入 persons.json。\n')
    expect(out).toContain('市直!AD10 可能是 3万')
    expect(out).toMatch(/H4 +律所基本情况／执业律师数 +已读 +执业律师人数\n/)
    expect(out).toContain('对照设置：党建工作台账和花名册。')
    expect(out).not.toMatch(/firm\.|jointBranch|party-building-forms/)
    expect(out).toContain('从单元格读出 227 项；35 处需要人工处理，另有 3 列没有读（原因见上）。')
    const textOf = (name: string) => readFileSync(join(cwd, name), 'utf8')
    expect(textOf('names.json')).toContain('"firm-1": "江西明远律师事务所"')
    expect(textOf('persons.json')).toContain('陈某')
    expect(textOf('ledger.json') + textOf('names.json') + out).not.toContain('陈某')
    const ran = await tiaoli(['evaluate', PACK, join(cwd, 'ledger.json'), '--as-of', '2026-09-30', '--json'])
    expect([ran.code, ran.err]).toEqual([0, ''])
  })

  test('says in Chinese that a mapping is guessed, and in English which facts columns give', async () => {
    expect((await tiaoli(args('--guess'))).out).toContain('对照设置：按表头推测的。')
    expect((await tiaoli(plain('--lang', 'en'))).out).toMatch(/执业律师数 +read +firm\.lawyers\n/)
  })

  test('keeps the ids of an earlier ledger, and names what is gone from it', async () => {
    const cwd = emptyFolder()
    const earlier = {
      id: 'C01',
      counties: [
        {
          id: 'D02',
          name: '章贡区',
          firms: [
            { id: 'F009', name: '江西正衡律师事务所' },
            { id: 'F010', name: '江西已合并律师事务所' },
          ],
        },
      ],
    }
    writeFileSync(join(cwd, 'earlier.json'), JSON.stringify(earlier))
    writeFileSync(join(cwd, 'known.json'), JSON.stringify({ Z1: '中共江西正衡律师事务所支部' }))
    const more = ['--ledger', join(cwd, 'earlier.json'), '--known-names', join(cwd, 'known.json')]
    const { code, out } = await tiaoli(args('-o', 'ledger.json', ...more), { cwd })
    expect(code).toBe(0)
    expect(out).toContain('2 个单位沿用原代号。上一期有而这次没有：江西已合并律师事务所。')
    const text = readFileSync(join(cwd, 'ledger.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ id: 'C01' })
    for (const id of ['D02', 'F009']) expect(text).toContain(`"id": "${id}"`)
    expect(text).not.toContain('F010')

    writeFileSync(join(cwd, 'earlier.json'), JSON.stringify({ id: 'C01', counties: [{ id: 3 }] }))
    const refused = await tiaoli(args('-o', 'ledger.json', ...more), { cwd })
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('earlier.json:1:')])
    writeFileSync(join(cwd, 'known.json'), '[]')
    expect((await tiaoli(args(...more), { cwd })).err).toContain('应为单位代号对名称的 JSON 对象')
  })

  test('prints all but who is who as JSON', async () => {
    const { out } = await tiaoli(args('--json'))
    const result = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(result).sort()).toEqual(['columns', 'ledger', 'mapping', 'names', 'notes', 'provenance'])
    expect(out).not.toContain('陈某')
  })

  test('saves the mapping that it guessed', async () => {
    const cwd = emptyFolder()
    const { out } = await tiaoli(args('--guess', '--save-mapping', 'guessed.json'), { cwd })
    expect(out).toContain('请逐列核对')
    expect(JSON.parse(readFileSync(join(cwd, 'guessed.json'), 'utf8'))).toMatchObject({ id: 'guessed', guessed: true })
  })

  test('takes a mapping from a file, such as one that it saved', async () => {
    const cwd = emptyFolder()
    await tiaoli(args('--guess', '--save-mapping', 'mine.json'), { cwd })
    const mapping = JSON.parse(readFileSync(join(cwd, 'mine.json'), 'utf8')) as { tables: { row?: string }[] }
    const { out } = await tiaoli(args('--mapping', 'mine.json', '--json'), { cwd })
    expect(JSON.parse(out)).toMatchObject({ mapping: { id: 'guessed', guessed: true } })

    mapping.tables.find(({ row }) => row === 'firm')!.row = 'frim'
    writeFileSync(join(cwd, 'mine.json'), JSON.stringify(mapping, null, 2))
    const refused = await tiaoli(args('--mapping', 'mine.json', '-o', 'ledger.json'), { cwd })
    expect([refused.code, refused.err]).toEqual([3, expect.stringMatching(/^mine\.json:\d+:\d+ .*“firm”/)])
    expect(existsSync(join(cwd, 'ledger.json'))).toBe(false)
  })

  test('ends with 1 where no cell was read, and says that nothing was written and why', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'other.csv'), '甲,乙\n1,2\n')
    const { code, out, err } = await tiaoli(
      ['import', join(cwd, 'other.csv'), '--pack', PACK, '--lang', 'en', '-o', 'out.json'],
      {
        cwd,
      },
    )
    expect([code, existsSync(join(cwd, 'out.json'))]).toEqual([1, false])
    expect(out).toContain('This table is not recognized')
    expect(err).toMatch(/^Nothing was read, so out\.json was not written\./)
    expect(out).toContain('(--guess --save-mapping, --mapping)')
  })

  test('names the file of each place where there are several', async () => {
    const cwd = emptyFolder()
    for (const name of ['a.csv', 'b.csv'])
      writeFileSync(join(cwd, name), '律师事务所名称,执业律师数\n甲律师事务所,约5\n')
    const run = (...names: string[]) =>
      tiaoli(['import', ...names.map((name) => join(cwd, name)), '--pack', PACK, '--lang', 'zh'], { cwd })
    const both = await run('a.csv', 'b.csv')
    for (const name of ['a', 'b']) expect(both.out).toContain(`  ${name}.csv ${name}!B2 可能是 5`)
    const one = await run('a.csv')
    expect(one.out).toContain('  a!B2 可能是 5')
  })

  test('writes all files or none', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'names.json'))
    const { code } = await tiaoli(args('-o', 'ledger.json', '--names', 'names.json'), { cwd })
    expect(code).toBe(3)
    expect(readdirSync(cwd)).toEqual(['names.json'])
  })

  test.each([
    ['without a workbook', ['import', '--pack', PACK], 2, '请写明要导入的工作簿'],
    ['with a day that is none', plain('--on', '2026-09'), 2, '2026-09'],
    [
      'with a mapping that there is not',
      plain('--mapping', 'party-building-from'),
      3,
      '您是否想写“party-building-forms”？',
    ],
    ['with a file that is no workbook', ['import', 'other.pdf', '--pack', PACK], 3, '这是 PDF 文件'],
  ])('%s is refused, and nothing is written', async (_, line, code, words) => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'other.pdf'), '%PDF-1.7')
    const inFolder = line.map((arg) => (arg === 'other.pdf' ? join(cwd, arg) : arg))
    const ran = await tiaoli([...inFolder, '-o', 'ledger.json', '--lang', 'zh'], { cwd })
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(words)])
    expect(existsSync(join(cwd, 'ledger.json'))).toBe(false)
  })
})
