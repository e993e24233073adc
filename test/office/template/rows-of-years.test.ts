import { readTemplate, type TemplateReading } from '@tiaoli/office/template'
import { describe, expect, test } from 'vitest'
import { compiledPack } from '../../load-packs.ts'
import { FilledTemplate } from './filled-template.ts'

const policy = compiledPack('ganzhou-2018-32')
const ledger = {
  id: 'C',
  on: '2026-09-30',
  counties: [{ id: 'D', firms: [{ id: 'F1', name: '甲律师事务所', years: { '2025': { budget: 100 } } }] }],
}
const sheets = () => new FilledTemplate({ policy, ledger, language: 'zh' })
const read = async (filled: FilledTemplate): Promise<TemplateReading> =>
  readTemplate(await filled.sent(), { policy, ledger })
const firm = (years: object) => ({ counties: [{ firms: [{ years }] }] })

describe('a year', () => {
  test.each(['2026年度', '2026年', '２０２６', 2026])('may be written %j', async (year) => {
    const filled = sheets().fill('年度', 2, { ':in.firm': 'F1', ':year': year, 'year.budget': 3000 })
    const reading = await read(filled)
    expect(reading.notes.map(({ code }) => code)).toEqual(['row-added'])
    expect(reading.ledger).toMatchObject(firm({ '2026': { budget: 300_000 } }))
  })

  test('of a row below it, and of one that was there, may be too', async () => {
    const filled = sheets()
      .fill('年度', 1, { ':year': '2025年度' })
      .fill('述职', 1, { ':in.firm': 'F1', ':in.year': '2025年度', 'debriefing.deliveredOn': '2025年12月' })
    const reading = await read(filled)
    expect(reading.notes).toEqual([])
    expect(reading.ledger).toMatchObject(firm({ '2025': { debriefings: [{ deliveredOn: '2025-12' }] } }))
  })

  test('is none with a month, and a number that is no year', async () => {
    for (const year of ['2026-03', '26年度', '第1年度']) {
      const filled = sheets().fill('年度', 2, { ':in.firm': 'F1', ':year': year, 'year.budget': 3 })
      const { notes, ledger: after } = await read(filled)
      expect(notes.map(({ place }) => place.cell)).toEqual([filled.address('年度', ':year', 2)])
      expect(after).toEqual(ledger)
    }
  })
})

describe('a row of a year that the ledger does not have', () => {
  test.each([
    [{ ':in.firm': 'F1', ':in.year': '2024' }],
    [{ ':in.firm': '甲律师事务所', ':in.year': '2024年度' }],
    [{ ':name.firm': '甲律师事务所', ':in.year': '2024' }],
  ])('adds the year, which is told; the firm may be called by its name: %j', async (values) => {
    const filled = sheets().fill('述职', 1, { ...values, 'debriefing.deliveredOn': '2025-01-12' })
    const { notes, ledger: after } = await read(filled)
    expect(notes.map(({ code, place }) => [code, place.cell])).toEqual([
      ['row-added', filled.address('述职', ':in.year', 1)],
    ])
    expect(after).toEqual({
      ...ledger,
      counties: [
        {
          id: 'D',
          firms: [
            {
              id: 'F1',
              name: '甲律师事务所',
              years: { '2025': { budget: 100 }, '2024': { debriefings: [{ deliveredOn: '2025-01-12' }] } },
            },
          ],
        },
      ],
    })
  })

  test('adds none where nothing of it can be read', async () => {
    const filled = sheets().fill('述职', 1, {
      ':in.firm': 'F1',
      ':in.year': '2024',
      'debriefing.deliveredOn': '不知道几号',
    })
    expect((await read(filled)).ledger).toEqual(ledger)
  })
})

describe('a row of which it is not known what it belongs to', () => {
  test.each([
    ['the year, where none is written', { ':in.firm': 'F1' }, ':in.year'],
    ['the firm, where there is none such', { ':in.firm': 'F9', ':in.year': '2025' }, ':in.firm'],
    ['the firm, where none is written', { ':in.year': '2025' }, ':in.firm'],
  ])('is told by the cell of %s', async (_, values, key) => {
    const filled = sheets().fill('述职', 1, { ...values, 'debriefing.deliveredOn': '2025-12-01' })
    const { notes, ledger: after } = await read(filled)
    expect(notes.map(({ code, place }) => [code, place.cell])).toEqual([
      ['above-not-found', filled.address('述职', key, 1)],
    ])
    expect(after).toEqual(ledger)
  })
})

test('a row of which nothing can be read makes no record', async () => {
  const filled = sheets().fill('述职', 1, { ':in.firm': 'F1', ':in.year': '2025', 'debriefing.deliveredOn': '×' })
  const { notes, ledger: after } = await read(filled)
  expect(notes.map(({ place }) => place.cell)).toEqual([filled.address('述职', 'debriefing.deliveredOn', 1)])
  expect(after).toEqual(ledger)
})

test('a list of which it is said that there is none may say so in other words', async () => {
  const filled = sheets().fill('律师事务所', 1, { ':list.reports': '无' })
  const reading = await read(filled)
  expect(reading.notes).toEqual([])
  expect(reading.ledger).toMatchObject({ counties: [{ firms: [{ reports: [] }] }] })
})

test('a record that another refers to may be called by its name', async () => {
  const joint = { ...ledger, jointBranches: [{ id: 'J1', name: '章贡区第一联合党支部' }] }
  const filled = new FilledTemplate({ policy, ledger: joint, language: 'zh' })
  filled.fill('律师事务所', 1, { 'firm.jointBranch': '章贡区第一联合党支部' })
  const reading = readTemplate(await filled.sent(), { policy, ledger: joint })
  expect(reading.notes).toEqual([])
  expect(reading.ledger).toMatchObject({ counties: [{ firms: [{ jointBranch: 'J1' }] }] })
})
