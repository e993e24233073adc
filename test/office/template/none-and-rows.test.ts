import { compile } from '@tiaoli/engine'
import { readTemplate, type TemplateReading } from '@tiaoli/office/template'
import { describe, expect, test } from 'vitest'
import { GIVEN } from '../../differential/world/catalogue.ts'
import { compiledPack } from '../../load-packs.ts'
import { toyPack } from '../../support/toy-pack.ts'
import { FilledTemplate } from './filled-template.ts'

const city = compiledPack('ganzhou-2018-32')
const FIRM = { id: 'F1', name: '甲律师事务所' }
const ledgerOf = (firm: object) => ({
  id: 'C',
  on: '2026-09-30',
  counties: [{ id: 'D', firms: [{ ...FIRM, ...firm }] }],
})

async function readOf(ledger: object, fill: (filled: FilledTemplate) => FilledTemplate): Promise<TemplateReading> {
  const filled = fill(new FilledTemplate({ policy: city, ledger, language: 'zh' }))
  return readTemplate(await filled.sent(), { policy: city, ledger })
}

const briefly = ({ notes }: TemplateReading) =>
  notes.map(({ code, place, other }) => [code, place.sheet, other?.sheet, other?.cell].join(' '))

describe('没有, and a row that says otherwise', () => {
  const REPORT = '“一肩挑”特殊情形报告'
  const report = (f: FilledTemplate) => f.fill(REPORT, 1, { ':name.firm': FIRM.name, 'report.form': '书面' })
  const debriefing = (f: FilledTemplate) =>
    f.fill('述职', 1, { ':in.firm': 'F1', ':in.year': '2025', 'debriefing.deliveredOn': '2026-01-15' })

  test.each<[string, object, (f: FilledTemplate) => FilledTemplate, string, string, object]>([
    ['of a list', {}, (f) => report(f.fill('律师事务所', 1, { ':list.reports': '没有' })), '律师事务所', REPORT, {}],
    ['of a list of the ledger', { reports: [] }, report, '律师事务所', REPORT, {}],
    [
      'of a list of a year',
      { years: { '2025': { budget: 100 } } },
      (f) => debriefing(f.fill('年度', 1, { ':list.debriefings': '没有' })),
      '年度',
      '述职',
      { years: { '2025': { budget: 100 } } },
    ],
    [
      'of a whole year',
      {},
      (f) => debriefing(f.fill('年度', 1, { ':in.firm': 'F1', ':year': '2025', ':none': '没有' })),
      '年度',
      '述职',
      {},
    ],
    ['of a whole year of the ledger', { years: { '2025': null } }, debriefing, '年度', '述职', {}],
    [
      'of all years',
      {},
      (f) => debriefing(f.fill('律师事务所', 1, { ':list.years': '一年也没有登记' })),
      '律师事务所',
      '述职',
      {},
    ],
  ])('%s: neither is read', async (_, firm, fill, above, below, expected) => {
    const reading = await readOf(ledgerOf(firm), fill)
    expect(reading.ledger).toEqual(ledgerOf(expected))
    const told = briefly(reading).filter((note) => !note.startsWith('row-added'))
    expect(told).toEqual([expect.stringMatching(`^none-above ${below} ${above} [A-Z]+\\d+$`)])
  })
})

describe('有 in a column that asks whether there is one', () => {
  const toy = compile(toyPack({ given: GIVEN }))
  const kitchen = async (hygiene: unknown, values: Record<string, string | number>) => {
    const ledger = { kitchens: [{ id: 'K0', ...(hygiene !== undefined && { hygiene }) }] }
    const filled = new FilledTemplate({ policy: toy, ledger }).fill('厨房', 1, values)
    const reading = readTemplate(await filled.sent(), { policy: toy, ledger })
    return { ...(reading.ledger['kitchens'] as object[])[0], codes: reading.notes.map(({ code }) => code) }
  }

  test.each<[unknown, Record<string, string | number>, object]>([
    [null, {}, {}],
    [undefined, {}, {}],
    [{ grade: 2 }, {}, { hygiene: { grade: 2 } }],
    [null, { 'kitchen.hygiene.grade': 1 }, { hygiene: { grade: 1 } }],
  ])('of %j with %j', async (before, values, expected) => {
    expect(await kitchen(before, { ...values, 'kitchen.hygiene': '有' })).toEqual({ id: 'K0', ...expected, codes: [] })
  })
})
