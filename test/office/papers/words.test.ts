import { describe, expect, test } from 'vitest'
import { compile, type Policy } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { makePapers, PAPER_KINDS } from '@tiaoli/office/papers'
import { makeTemplate } from '@tiaoli/office/template'
import { readPack } from '../../../scripts/read-pack.ts'
import { readSample } from '../../load-packs.ts'
import district from '../../../examples/playground-safety/samples/district.json' with { type: 'json' }
import { city, paragraphsOf, tablesOf } from './sample-papers.ts'

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
    expect(texts.filter((text) => /evaluation date|or that it is|undefined/.test(text))).toEqual([])
  })

  test('ask for what is missing in sentences', async () => {
    const report = playgrounds.evaluate(district, { asOf: '2026-03-31' })
    const { papers } = await makePapers('problems', { policy: playgrounds, report, ledger: district, language: 'en' })
    const rows = tablesOf(papers[0]!.bytes)['To be found out']!
    expect(rows.map(({ Question }) => Question)).toEqual([
      'Please add the record of year 2026.',
      'Please add: day of the Council’s letter that puts the inspection off (if there is none, write “no such letter”).',
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
  expect(own.filter((text) => text.includes('evaluation date'))).toEqual([])
})

test('the Chinese papers ask for years, lists and completeness as an office does', async () => {
  const texts = await textsOf(city, { id: 'C01', counties: [{ id: 'K', firms: [{ id: 'F1' }] }] }, '2019-12-31', 'zh')
  const asked = texts.filter((text) => text.startsWith('请')).flatMap((text) => text.split('\n'))
  expect(asked).toContain('请逐年补充：全市各年度的情况。')
  expect(asked.filter((text) => /各项|全市年度的情况|清单是否齐全/.test(text))).toEqual([])
})
