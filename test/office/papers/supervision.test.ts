import { read, utils } from '@e965/xlsx'
import { binds, groupedBy, isToBeChecked } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { cityPapers, cityReport, tablesOf } from './sample-papers.ts'

const asOf = '2019-12-31'

/** The key of a row without the sign that it is of this row. */
function keyIn({ 编号: key = '' }: Readonly<Record<string, string>>): string {
  return key.replace(/ \w+$/, '')
}

describe('the follow-up table', async () => {
  const { papers } = await cityPapers('supervision', { asOf })
  const { bytes } = papers[0]!
  const table = tablesOf(bytes)['督办表']!

  test('has a line for each duty that is broken or still to be done, and none for what is not known', () => {
    const open = cityReport({ asOf, statuses: ['not_met', 'pending'] }).findings.filter(({ force }) => binds(force))
    const keys = open.map(({ requirement, period = '-', subject }) => `${requirement} ${period} ${subject.id}`)
    expect(new Set(table.map(keyIn))).toEqual(new Set(keys))
    expect(table).toHaveLength(keys.length)
  })

  test('says the problem of what is broken, what to do about the rest, and leaves person and progress to be filled in', () => {
    const of = (key: string) => table.find((row) => keyIn(row) === key)
    expect(of('branch-term - F027')).toMatchObject({
      单位: '江西楚天律师事务所',
      状态: '不符合',
      存在问题或者待办: '该所党组织本届任期已届满，尚未换届（届满日期：2019年11月9日）。',
      责任人: '',
      进展: '',
    })
    expect(of('debriefing 2019 F001')).toMatchObject({
      状态: '未到期',
      期限: '2020年4月30日※',
      '县（市、区）': 'K00',
      责任主体: '律所党组织',
    })
  })

  test('says of what is put off what puts it off, and not that its day has not come', () => {
    const states = new Set(table.map((row) => row['状态']))
    expect(states).toEqual(new Set(['不符合', '待核', '未到期', '暂缓认定']))
    const { findings } = cityReport({ asOf, statuses: ['pending'] })
    for (const { requirement, period = '-', subject, exception, due = '' } of findings) {
      const row = table.find((one) => keyIn(one) === `${requirement} ${period} ${subject.id}`)
      if (!row) continue
      expect(row['状态']).toBe(exception ? '暂缓认定' : '未到期')
      if (exception) expect(row['存在问题或者待办']).toContain(exception.text.zh)
      else expect(due >= asOf).toBe(true)
    }
  })

  test('calls nothing unmet that rests only on what nobody has seen, and says what to look up', () => {
    const unseen = cityReport({ asOf, statuses: ['not_met'] }).findings.filter(isToBeChecked)
    expect(unseen.some(({ force }) => binds(force))).toBe(true)
    for (const { requirement, period = '-', subject, force, problem } of unseen) {
      const row = table.find((one) => keyIn(one) === `${requirement} ${period} ${subject.id}`)
      expect(row !== undefined).toBe(binds(force))
      if (!row) continue
      expect(row['状态']).toBe('待核')
      expect(row['存在问题或者待办']).toMatch(/^请核对《.*》.*的原文，看是否有此要求；有的，问题是：/)
      expect(row['存在问题或者待办']).toContain(problem!.zh)
    }
  })

  test('has the duties of a unit by their last day, those without one behind', () => {
    const { findings } = cityReport({ asOf, statuses: ['not_met', 'pending'] })
    const dues = new Map(
      findings.map(({ requirement, period = '-', subject, due }) => [`${requirement} ${period} ${subject.id}`, due]),
    )
    const ofUnits = groupedBy(table, (row) => keyIn(row).split(' ').at(-1)!)
    const units = [...ofUnits.values()].map((rows) => rows.map((row) => dues.get(keyIn(row)) ?? '9999'))
    expect(units.some((days) => new Set(days).size > 2)).toBe(true)
    for (const days of units) expect(days).toEqual([...days].sort())
  })

  test('hides the keys', () => {
    const sheet = read(bytes.slice(), { cellStyles: true }).Sheets['督办表']!
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
    const headings = rows.find(([first]) => first === '序号')!
    expect(headings.filter((_, i) => sheet['!cols']?.[i]?.hidden)).toEqual(['编号'])
  })
})
