import { compile } from '@tiaoli/engine'
import { makePapers } from '@tiaoli/office/papers'
import { makeTemplate, readTemplate } from '@tiaoli/office/template'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { FilledTemplate } from '../template/filled-template.ts'
import { cityPapers, paragraphsOf, tablesOf } from './sample-papers.ts'

const KEYED = { in: 'kitchen', list: 'years', key: 'year', none: words('没有年度记录', 'no yearly records') }

/** Kitchens of schools, which are called after what they are. */
const policy = compile(
  toyPack({
    pack: { bodies: { owner: words('厨房', 'kitchen') }, bodiesOf: { kitchen: ['owner'] } },
    scopes: {
      school: { label: words('学校', 'school'), in: 'town', list: 'schools', named: true },
      kitchen: { label: words('厨房', 'kitchen'), in: 'school', list: 'kitchens', named: true },
      year: { label: words('年度', 'year'), ...KEYED },
    },
    given: { 'school.id': { type: 'id', label: words('学校代号', 'school code') } },
    requirements: [requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } })],
  }),
)

const kitchen = (id: string, name: string) => ({ id, name, licensed: false, years: { 2018: {} } })
const ledger = {
  schools: [
    { id: 'S1', name: 'Hill School', kitchens: [kitchen('K1', 'Main kitchen')] },
    { id: 'S2', name: 'Mill School', kitchens: [kitchen('K2', 'Main kitchen'), kitchen('K3', 'Snack bar')] },
    { id: 'S3', name: 'Lake School', kitchens: [kitchen('K4', 'Main Kitchen'), kitchen('K5', 'main kitchen')] },
  ],
}
const report = policy.evaluate(ledger, { asOf: '2019-01-01' })

describe('units of one name', () => {
  test('get letters that say whose each is, in files that are called so', async () => {
    const { papers, remarks } = await makePapers('notices', { policy, report, ledger, language: 'en' })
    const to = papers.map(({ name, bytes }) => [
      name,
      paragraphsOf(bytes)
        .find((line) => line.startsWith('To: '))!
        .slice(4),
    ])
    expect(to).toEqual([
      ['Notice-Main kitchen (Hill School).docx', 'Main kitchen (Hill School)'],
      ['Notice-Main kitchen (Mill School).docx', 'Main kitchen (Mill School)'],
      ['Notice-Snack bar.docx', 'Snack bar'],
      ['Notice-Main Kitchen (Lake School, no. 4 of the ledger).docx', 'Main Kitchen (Lake School)'],
      ['Notice-main kitchen (Lake School, no. 5 of the ledger).docx', 'main kitchen (Lake School)'],
    ])
    expect(remarks.map(({ zh }) => zh)).toEqual([
      '名称相同、按台账中的上级名称也不能区分的单位，通知书上的称呼相同，发出前请核对：Main Kitchen (Lake School, no. 4 of the ledger), id K4；main kitchen (Lake School, no. 5 of the ledger), id K5。',
    ])
  })

  test('are told apart in lists', async () => {
    const { papers } = await makePapers('problems', { policy, report, ledger, language: 'en' })
    const table = tablesOf(papers[0]!.bytes)['List of problems']!
    expect(new Set(table.map(({ Unit }) => Unit)).size).toBe(5)
  })

  test('are told apart on the sheets of what is in them, which come back as they were', async () => {
    const form = new FilledTemplate({ policy, ledger, language: 'en' })
    const shown = [1, 2, 3].map((row) => form.value('year', form.address('year', ':name.kitchen', row)))
    expect(shown).toEqual(['Main kitchen (Hill School)', 'Main kitchen (Mill School)', 'Snack bar'])
    const workbook = await readWorkbook(makeTemplate({ policy, ledger, language: 'en' }), { name: 't.xlsx' })
    const read = readTemplate(workbook, { policy, ledger })
    expect(read).toEqual({ ledger, notes: [] })
  })

  test('are known on these sheets when rows were sorted without their hidden column', async () => {
    const form = new FilledTemplate({ policy, ledger, language: 'en' })
    form.type('year', form.address('year', ':name.kitchen', 1), 'Main kitchen (Mill School)')
    const { notes } = readTemplate(await form.sent(), { policy, ledger })
    expect(notes.map(({ code }) => code)).toContain('row-moved')
  })
})

test('two firms of one name in two counties are told apart in Chinese', async () => {
  const same = { K00: '章贡区', K01: '南康区', F005: '江西正大律师事务所', F027: '江西正大律师事务所' }
  const { papers } = await cityPapers('notices', { asOf: '2019-12-31', subjects: ['F005', 'F027'] }, 'zh', same)
  const firms = papers.filter(({ name }) => name.includes('正大'))
  expect(firms.map(({ name }) => name)).toEqual([
    '整改通知书-江西正大律师事务所（章贡区）.docx',
    '整改通知书-江西正大律师事务所（南康区）.docx',
  ])
  expect(paragraphsOf(firms[0]!.bytes)).toContain('江西正大律师事务所（章贡区）：')
})
