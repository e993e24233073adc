import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemplate } from '@tiaoli/office/template'
import { describe, expect, test } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { FilledTemplate } from '../office/template/filled-template.ts'
import { emptyFolder, RULES, SAMPLE, tiaoli } from './tiaoli.ts'

const PACK = join(RULES, 'ganzhou-2018-32')
const policy = compiledPack('ganzhou-2018-32')
const FILE = '填报表.xlsx'

function filled(cwd: string, key: string, value: string): string {
  const template = new FilledTemplate({ policy, ledger: readSample(), language: 'zh' })
  template.fill('律师事务所', 1, { [key]: value })
  writeFileSync(join(cwd, FILE), template.bytes())
  return join(cwd, FILE)
}

describe('template', () => {
  test.each([
    ['of a ledger', ['--ledger', SAMPLE], () => ({ ledger: readSample() })],
    ['of a catalogue', [], () => ({})],
    [
      'of what is missing',
      ['--ledger', SAMPLE, '--missing', '--as-of', '2019-12-31'],
      () => ({ ledger: readSample(), missing: { asOf: '2019-12-31' } }),
    ],
  ])('%s is what the library makes', async (_, more, input) => {
    const cwd = emptyFolder()
    const { code, err } = await tiaoli(['template', PACK, ...more, '-o', FILE, '--lang', 'zh'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: `已写入 ${FILE}。\n` })
    const expected = makeTemplate({ policy, language: 'zh', ...input() })
    expect(new Uint8Array(readFileSync(join(cwd, FILE)))).toEqual(expected)
  })

  test('that was filled in becomes a ledger', async () => {
    const cwd = emptyFolder()
    const path = filled(cwd, 'firm.lawyers', '77')
    const { code, out, err } = await tiaoli(['template', PACK, '--read', path, '--ledger', SAMPLE], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { counties } = JSON.parse(out) as { counties: { firms: { lawyers: number }[] }[] }
    expect(counties[0]!.firms[0]!.lawyers).toBe(77)
  })

  test('with a cell that cannot be read names the cell, and says so by its exit code', async () => {
    const cwd = emptyFolder()
    const path = filled(cwd, 'firm.lawyers', '约七十')
    const args = ['template', PACK, '--read', path, '--ledger', SAMPLE, '--lang', 'zh', '-o', 'out.json']
    const { code, err } = await tiaoli(args, { cwd })
    expect(code).toBe(1)
    expect(err).toMatch(/填报表\.xlsx 律师事务所 [A-Z]+5：读不懂，台账未改。只写整数，不写单位。\n$/)
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toEqual(readSample())
  })

  test('that is to be imported is known as one', async () => {
    const path = filled(emptyFolder(), 'firm.lawyers', '77')
    const { code, err } = await tiaoli(['import', path, '--pack', PACK, '--lang', 'zh'])
    expect(code).toBe(2)
    expect(err).toContain(`请用 tiaoli template --read ${FILE}`)
  })

  test.each([
    ['without a file to write', [], 2, 'Name the workbook to write'],
    [
      'of what is missing, without a ledger',
      ['--missing', '--as-of', '2019-01-01', '-o', 'a.xlsx'],
      2,
      'Give the ledger',
    ],
    ['of what is missing, without a day', ['--missing', '--ledger', SAMPLE, '-o', 'a.xlsx'], 2, 'Missing --as-of'],
    ['read from what is no workbook', ['--read', SAMPLE], 3, 'This is not a template'],
  ])('%s is refused, and nothing is written', async (_, more, code, words) => {
    const cwd = emptyFolder()
    const ran = await tiaoli(['template', PACK, ...more, '--lang', 'en'], { cwd })
    expect(ran.code).toBe(code)
    expect(ran.err).toContain(words)
    expect(existsSync(join(cwd, 'a.xlsx'))).toBe(false)
  })
})
