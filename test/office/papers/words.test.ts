import { describe, expect, test } from 'vitest'
import { compile, type Policy } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { makePapers, PAPER_KINDS } from '@tiaoli/office/papers'
import { makeTemplate } from '@tiaoli/office/template'
import { readPack } from '../../../scripts/read-pack.ts'
import { readSample } from '../../load-packs.ts'
import district from '../../../examples/playground-safety/samples/district.json' with { type: 'json' }
import { city, cityPapers, paragraphsOf, tablesOf } from './sample-papers.ts'

const playgrounds = compile(readPack('playground-safety'))

/** All that stands in the papers and templates of a ledger, hidden sheets left out. */
async function textsOf(policy: Policy, ledger: unknown, asOf: string, language: 'zh' | 'en'): Promise<string[]> {
  const report = policy.evaluate(ledger, { asOf })
  const sets = await Promise.all(PAPER_KINDS.map((kind) => makePapers(kind, { policy, report, ledger, language })))
  const papers = sets.flatMap((set) => set.papers)
  const templates = [undefined, { asOf }].map((missing) => ({
    name: 't.xlsx',
    bytes: makeTemplate({ policy, ledger, missing, language }),
  }))
  const texts = await Promise.all(
    [...papers, ...templates].map(async ({ name, bytes }) => {
      if (name.endsWith('.docx')) return [name, ...paragraphsOf(bytes)]
      const { sheets } = await readWorkbook(bytes, { name })
      const shown = sheets.filter(({ hidden }) => !hidden)
      const rows = shown.flatMap((sheet) => sheet.rows.filter(({ hidden }) => !hidden))
      return [name, ...shown.map((sheet) => sheet.name), ...rows.flatMap(({ cells }) => cells.map(({ text }) => text))]
    }),
  )
  return [...texts.flat(), ...sets.flatMap(({ remarks }) => remarks.map((remark) => remark[language]))]
}

describe('the papers and templates of a pack in English', () => {
  test('have no Chinese letters or signs, and no word of the engine that no office says', async () => {
    const texts = await textsOf(playgrounds, district, '2026-03-31', 'en')
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter((text) => /[\u3000-\u303f\uff00-\uffef\p{Script=Han}]/u.test(text))).toEqual([])
    expect(texts.filter((text) => /evaluation|or that it is|undefined/.test(text))).toEqual([])
  })

  test('ask for what is missing in sentences', async () => {
    const report = playgrounds.evaluate(district, { asOf: '2026-03-31' })
    const { papers } = await makePapers('problems', { policy: playgrounds, report, ledger: district, language: 'en' })
    const rows = tablesOf(papers[0]!.bytes)['To be found out']!
    expect(rows.map(({ Question }) => Question)).toEqual([
      'Please add the record of year 2026.',
      'Please add (2026): day of the Council’s letter that puts the inspection off (if there is none, write “no such letter”).',
      'Please add the record of year 2026.',
      'Please add: amount insured (if there is none, write “not insured”).',
    ])
  })
})

test('the English papers of a pack in two languages have Chinese signs only in numbers of documents', async () => {
  const texts = await textsOf(city, readSample(), '2019-12-31', 'en')
  const own = texts.map((text) => text.replaceAll('赣市司党字[2018]32号', '').replaceAll(/F\d+[^\n]*/g, ''))
  // Reasons that the sample ledger itself gives are in Chinese.
  const written = new Set(['健康原因', '主任长期在外地工作'])
  expect(own.filter((text) => /[\u3000-\u303f\uff00-\uffef\p{Script=Han}]/u.test(text) && !written.has(text))).toEqual(
    [],
  )
  expect(own.filter((text) => /evaluation/.test(text))).toEqual([])
})

test.each(['2018-12-20', '2019-12-31'])('the Chinese papers of %s call the day by its date', async (asOf) => {
  const texts = await textsOf(city, { ...(readSample() as object), on: '2019-09-30' }, asOf, 'zh')
  expect(texts.filter((text) => text.includes('评价日期'))).toEqual([])
  expect(texts.some((text) => text.includes('按2019年9月30日登记的情况'))).toBe(true)
})

test('the Chinese papers ask for years, lists and completeness as an office does', async () => {
  const texts = await textsOf(city, { id: 'C01', counties: [{ id: 'K', firms: [{ id: 'F1' }] }] }, '2019-12-31', 'zh')
  const asked = texts.filter((text) => text.startsWith('请')).flatMap((text) => text.split('\n'))
  expect(asked).toContain('请逐年补充：全市各年度的情况。')
  expect(asked.filter((text) => /各项|全市年度的情况|清单是否齐全/.test(text))).toEqual([])
})

test('a reason about two persons does not call them by their ids', async () => {
  const { papers } = await cityPapers('problems', { asOf: '2019-12-31', subjects: ['F027'] })
  const reasons = tablesOf(papers[0]!.bytes)['问题清单']!.map((row) => row['具体情形'])
  expect(reasons).toContain('党组织书记与律所主任不一致')
})

test('no paper has an id: what has no name is called by what it is, and what is asked says about whom', async () => {
  const firm = (id: string, more: object) => ({
    id,
    establishedOn: '2010-01-01',
    closedOn: null,
    members: { all: 5, full: 5 },
    ...more,
  })
  const secretary = { id: 'person-1', partyStatus: 'full' }
  const director = { id: 'person-2', partyStatus: 'full' }
  const ledger = {
    id: 'city-1',
    counties: [
      {
        id: 'county-1',
        firms: [
          firm('firm-1', { organization: { id: 'organization-1', establishedOn: '2011-01-01' }, secretary, director }),
          firm('firm-2', { name: '江西正衡律师事务所', organization: null, jointBranch: 'jointBranch-1' }),
        ],
      },
    ],
    jointBranches: [{ id: 'jointBranch-1', name: '第一联合党支部' }, { id: 'jointBranch-2' }],
  }
  const texts = await textsOf(city, ledger, '2019-12-31', 'zh')
  const shown = texts.filter((text) => !/^(?:通知书|整改|台账)/.test(text) && !/代号/.test(text))
  const papers = shown.slice(
    0,
    shown.findIndex((text) => text.includes('情况填报表')),
  )
  const hidden = /^[a-z-]+ (?:-|\d{4}) \S+ \w+$/
  expect(
    papers.filter((text) => /(?:firm|county|person|city|Branch|organization)-\d/.test(text) && !hidden.test(text)),
  ).toEqual([])
  expect(papers).toContain('未注明县（市、区）')
  expect(papers).toContain('律师事务所（名称未填，台账第1个）')
  expect(papers).toContain('联合党支部（名称未填，台账第2个）')
  const asked = papers.flatMap((text) => text.split('\n'))
  expect(asked).toContain('请补充（第一联合党支部）：联合党支部成立日期（尚未成立的，请注明）。')
})
