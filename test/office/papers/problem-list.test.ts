import { read } from '@e965/xlsx'
import { isBroken, isToBeChecked } from '@tiaoli/engine/plan'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSample } from '../../load-packs.ts'
import { cityPapers, cityReport, partOf, tablesOf } from './sample-papers.ts'

const asOf = '2019-12-31'

describe('the list of problems of the sample city', async () => {
  const { papers } = await cityPapers('problems', { asOf })
  const tables = tablesOf(papers[0]!.bytes)

  test('is one workbook with a sheet for what is wrong, aimed at, to be found out and to be judged', () => {
    expect(papers.map(({ name }) => name)).toEqual(['问题清单.xlsx'])
    expect(Object.keys(tables)).toEqual(['问题清单', '力争和提示事项', '待核清单', '需人工研判事项'])
  })

  test('says what is wrong in a sentence, with the whole sentence that it rests on', () => {
    expect(tables['问题清单']!.findLast((row) => row['单位'] === '江西楚天律师事务所')).toEqual({
      序号: '20',
      '县（市、区）': 'K01',
      单位: '江西楚天律师事务所',
      存在问题: '该所党组织本届任期已届满，尚未换届（届满日期：2019年11月9日）。',
      依据: '《关于党的基层组织任期的意见》\n《中国共产党基层组织选举工作暂行条例》第三条',
      具体情形: '党组织任期届满日期为2019年11月9日，截至2019年12月31日已过',
      整改要求: '按期进行换届选举；确需延期的，报上级党组织批准。',
      责任主体: '律所党组织',
      期限: '',
      整改情况: '',
    })
    const charter = tables['问题清单']!.find((row) => row['存在问题'] === '章程未载明党建内容。')!
    expect(charter['依据']).toBe(
      '《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号）第四部分第（四）项：“各律所章程要增加党建内容，明确党组织在律所中发挥政治核心作用。”',
    )
  })

  test('marks an instrument that nobody has seen, and a deadline that the text does not give', () => {
    const rows = tables['问题清单']!
    expect(rows.find((row) => row['存在问题']!.includes('没有单独建立的党组织'))!['依据']).toContain(
      '《律师事务所管理办法（2018年修订）》第四条〔待核〕',
    )
    const deadlines = (words: string) => rows.find((row) => row['存在问题']!.includes(words))!['期限']
    expect(deadlines('年度党建工作要点')).toBe('2019年3月31日※')
    expect(deadlines('组织关系尚未接转')).toBe('2018年12月31日')
  })

  test('says below the table what the mark at a deadline means', () => {
    expect(partOf(papers[0]!.bytes, 'xl/sharedStrings.xml')).toContain('带“※”的期限，文件未规定，按所设参数推算。')
  })

  test('has the county of each unit, by which it can be filtered', () => {
    for (const rows of Object.values(tables)) {
      const counties = new Set(rows.map((row) => row['县（市、区）']))
      expect(counties.has(undefined)).toBe(false)
    }
    expect(tables['问题清单']!.find((row) => row['单位'] === 'K05')!['县（市、区）']).toBe('K05')
    expect(tables['问题清单']!.find((row) => row['单位'] === '本市')!['县（市、区）']).toBe('')
    expect(partOf(papers[0]!.bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<autoFilter ref="A3:J\d+"\/>/)
  })

  test('has its deadlines as days and its numbers as numbers', () => {
    const sheet = read(papers[0]!.bytes.slice()).Sheets['问题清单']!
    const cells = Object.entries(sheet as Record<string, { t?: string; w?: string }>).filter(([at]) =>
      /^[AI]\d+$/.test(at),
    )
    const shown = cells.filter(([at, { t }]) => t === 'n' && Number(at.slice(1)) > 3)
    expect(shown.filter(([at, { w = '' }]) => at.startsWith('I') && /^\d{4}年/.test(w)).length).toBeGreaterThan(3)
    for (const [, { t, w = '' }] of cells) if (/^\d+$|^\d{4}年\d+月\d+日/.test(w)) expect(t).toBe('n')
  })

  test('has what is aimed at on a sheet of its own, with its force', () => {
    const forces = new Set(tables['力争和提示事项']!.map((row) => row['约束力']))
    expect(forces).toEqual(new Set(['一般、可以', '力争', '目标', '鼓励']))
  })

  test('asks for what is not known as an office does', () => {
    const lines = tables['待核清单']!.flatMap((row) => row['需要核实']!.split('\n'))
    for (const line of lines) {
      expect(line).toMatch(/^请(?:(?:逐[项年])?补充|核实|明确|核对|按).*。$/)
      expect(line).not.toMatch(/[？]|是什么|有哪些记录/)
    }
    expect(lines).toEqual(
      expect.arrayContaining([
        '请补充：党组织书记（书记空缺的，请注明）。',
        '请核实是否属实，并补充证明日期：律所章程载有党建内容。',
        '请核实：是否配备专职副书记。',
        '请补充：县（市、区）2019年度的情况。',
        '请明确：“规模较大”是指多少名律师。',
      ]),
    )
  })

  test('asks what nobody has seen to be looked up, and calls nothing a problem that rests on it alone', () => {
    const words = '该所尚未建立党组织参与决策、管理的工作机制。'
    for (const sheet of ['问题清单', '力争和提示事项'])
      expect(tables[sheet]!.filter((row) => row['存在问题']!.includes(words))).toEqual([])
    const asked = tables['待核清单']!.filter((row) => row['需要核实']!.includes(words))
    expect(asked).toHaveLength(21)
    expect(asked[0]!['需要核实']).toBe(
      `请核对《律师事务所管理办法（2018年修订）》第四条的原文，看是否有此要求；有的，问题是：${words}`,
    )
  })

  test('says nothing of the day of evaluation, which officers do not know', () => {
    for (const table of Object.values(tables))
      for (const row of table) expect(Object.values(row).join('\n')).not.toContain('评价日期')
  })

  test('lays the same questions about a unit together', () => {
    const asked = tables['待核清单']!.map((row) => `${row['单位']} ${row['需要核实']}`)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('leaves to a person what a person has to judge, with what the question is', () => {
    const judged = tables['需人工研判事项']!
    expect(judged).toHaveLength(cityReport({ asOf, statuses: ['review'] }).findings.length)
    for (const row of judged) expect(row['需要研判']).not.toBe('')
  })

  test('is the same bytes every time', async () => {
    const again = await cityPapers('problems', { asOf })
    expect(again.papers[0]!.bytes).toEqual(papers[0]!.bytes)
  })

  test('holds no formula, whatever a firm is called', () => {
    const { Sheets } = read(papers[0]!.bytes.slice())
    const cells = Object.values(Sheets).flatMap((sheet) =>
      Object.entries(sheet).filter(([place]) => /^[A-Z]+\d+$/.test(place)),
    )
    expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([])
    expect(tables['问题清单']!.map((row) => row['单位'])).toContain('=HYPERLINK("http://example.org","点此")')
    // Editing such a cell, too, must not make a formula of it.
    expect(partOf(papers[0]!.bytes, 'xl/styles.xml')).toContain('numFmtId="49"')
    const texts = partOf(papers[0]!.bytes, 'xl/sharedStrings.xml').split('<si>').slice(1)
    const place = texts.findIndex((text) => text.includes('=HYPERLINK'))
    expect(partOf(papers[0]!.bytes, 'xl/worksheets/sheet1.xml')).toMatch(new RegExp(`s="6" t="s"><v>${place}</v>`))
  })
})

test('an English reader gets the list in English', async () => {
  const { papers } = await cityPapers('problems', { asOf, subjects: ['F027'] }, 'en')
  expect(papers[0]!.name).toBe('List of problems.xlsx')
  const row = tablesOf(papers[0]!.bytes)['List of problems']!.at(-1)
  expect(row!['Problem']).toMatch(/^The term of the firm’s Party organization is over/)
})

/** How often each line is there. */
function counted(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const line of lines) counts[line] = (counts[line] ?? 0) + 1
  return counts
}

const { counties } = readSample() as { counties: { firms: { id: string }[] }[] }
const firms = counties.flatMap(({ firms: below }) => below.map(({ id }) => id))
const days = ['2018-11-30', '2018-12-31', '2019-06-30', '2019-12-31', '2020-06-30', '2021-03-01']
const asked = fc.record({
  asOf: fc.constantFrom(...days),
  subjects: fc.option(fc.uniqueArray(fc.constantFrom(...firms), { minLength: 1 }), { nil: undefined }),
})

test('every finding that is not met is listed once, as a problem or as to be checked, and nothing that is not known', async () => {
  const isListedOnce = fc.asyncProperty(asked, async ({ asOf: day, subjects }) => {
    const options = { asOf: day, ...(subjects ? { subjects } : {}) }
    const unmet = cityReport(options).findings.filter(({ status }) => status === 'not_met')
    const { papers } = await cityPapers('problems', options)
    const tables = tablesOf(papers[0]!.bytes)
    const listed = (sheet: string) => counted(tables[sheet]!.map((row) => row['存在问题']!.replace(/^\d{4}年度：/, '')))
    const found = (isDuty: boolean) =>
      // An id of an organization without a name is in no paper.
      counted(
        unmet
          .filter((finding) => isBroken(finding) === isDuty && !isToBeChecked(finding))
          .map(({ problem }) => problem!.zh.replace(/（组织关系所在：[OX]\d+）/, '')),
      )
    expect(listed('问题清单')).toEqual(found(true))
    expect(listed('力争和提示事项')).toEqual(found(false))
    const questions = tables['待核清单']!.map((row) => `${row['单位']} ${row['需要核实']}`)
    const toCheck = unmet.filter(isToBeChecked)
    expect(questions.filter((asks) => asks.includes('原文，看是否有此要求'))).toHaveLength(toCheck.length)
  })
  await fc.assert(isListedOnce, { numRuns: 12 })
})

test('a list prints on A4, and quotes a clause once in each county, where it is first cited', async () => {
  const { papers } = await cityPapers('problems', { asOf })
  for (const i of [1, 2, 3, 4])
    expect(partOf(papers[0]!.bytes, `xl/worksheets/sheet${i}.xml`)).toContain('paperSize="9" orientation="landscape"')
  const rows = tablesOf(papers[0]!.bytes)['问题清单']!
  const quoted = new Map<string, string[]>()
  const cited = new Map<string, string[]>()
  for (const { '县（市、区）': county = '', 依据: basis = '' } of rows) {
    expect(basis).not.toBe('')
    for (const [, name, quote] of basis.matchAll(/^([^：\n]*项)(?:：(“.*”))?/gm)) {
      const key = `${county} ${name}`
      if (quote) quoted.set(key, [...(quoted.get(key) ?? []), quote])
      cited.set(key, [...(cited.get(key) ?? []), quote ?? ''])
    }
  }
  expect(new Set([...quoted.keys()].map((key) => key.split(' ')[0])).size).toBeGreaterThan(3)
  for (const [key, [first]] of cited) expect(first, key).not.toBe('')
  for (const [key, quotes] of quoted) expect(new Set(quotes).size, key).toBe(quotes.length)
})

test('that a firm has no organization of its own is told with the sentences of the charter and the regulations', async () => {
  const { papers } = await cityPapers('problems', { asOf: '2023-06-30' })
  const rows = tablesOf(papers[0]!.bytes)['问题清单']!
  const { 依据: basis } = rows.find((row) => row['存在问题']!.includes('没有单独建立的党组织'))!
  expect(basis).toMatch(/《中国共产党章程》第三十条：“.*凡是有正式党员三人以上的，都应当成立党的基层组织。”/)
  expect(basis).toMatch(/《中国共产党支部工作条例（试行）》第四条：“.*凡是有正式党员3人以上的，都应当成立党支部。”/)
})
