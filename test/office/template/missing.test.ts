import { read, type CellObject } from '@e965/xlsx'
import { compile, nextQuestions } from '@tiaoli/engine'
import { expect, test } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { makeTemplate, readTemplate, type TemplateInput } from '@tiaoli/office/template'
import { compiledPack } from '../../load-packs.ts'
import { FilledTemplate, sampleCity, workbookOf } from './filled-template.ts'

const policy = compile(
  toyPack({
    parameters: {},
    requirements: [
      requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
      requirement({ id: 'clean', requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null } }),
      requirement({ id: 'open', title: words('开业'), requires: { condition: 'kitchen.licensed' } }),
    ],
  }),
)
const LEDGER = {
  kitchens: [{ id: 'K0', cleanedOn: '2018-01-01' }, { id: 'K1', licensed: true, cleanedOn: null }, { id: 'K2' }],
}
const missing = { asOf: '2019-01-01' }

/** The colours of the cells of the kitchens, by their addresses. */
function looksOf(input: TemplateInput) {
  const sheet = read(makeTemplate(input).slice(), { cellStyles: true }).Sheets['厨房']!
  const looks = new Map(
    Object.entries(sheet).flatMap(([address, cell]) => {
      const { s } = cell as CellObject & { s?: { fgColor?: { rgb?: string } } }
      return address.startsWith('!') ? [] : [[address, s?.fgColor?.rgb] as const]
    }),
  )
  return { looks, filled: new FilledTemplate(input) }
}

test('a template of what is missing has the facts that decide most first, and the records that lack them', () => {
  const filled = new FilledTemplate({ policy, ledger: LEDGER, missing })
  expect(filled.keys('厨房')).toEqual([':place.kitchen', 'kitchen.id', 'kitchen.licensed', 'kitchen.cleanedOn'])
  const ids = [1, 2].map((row) => filled.value('厨房', filled.address('厨房', 'kitchen.id', row)))
  expect(ids).toEqual(['K0', 'K2'])
})

test('once it is filled in, nothing is asked any more', async () => {
  const filled = new FilledTemplate({ policy, ledger: LEDGER, missing })
    .fill('厨房', 1, { 'kitchen.licensed': '是' })
    .fill('厨房', 2, { 'kitchen.licensed': '否', 'kitchen.cleanedOn': '2018-05' })
  const { ledger, notes } = readTemplate(await filled.sent(), { policy, ledger: LEDGER })
  expect(notes).toEqual([])
  expect(nextQuestions(policy, ledger, missing).questions).toEqual([])
})

test('sent back as it was, it changes nothing, though it has rows for years that the ledger does not give', async () => {
  const ganzhou = compiledPack('ganzhou-2018-32')
  const ledger = sampleCity()
  const workbook = await workbookOf({ policy: ganzhou, ledger, missing: { asOf: '2026-09-30' } })
  expect(workbook.sheets.find(({ name }) => name === '年度')!.rows.length).toBeGreaterThan(50)
  expect(readTemplate(workbook, { policy: ganzhou, ledger })).toEqual({ ledger, notes: [] })
})

test('what is in a year that is missing can be filled in with it', async () => {
  const ganzhou = compiledPack('ganzhou-2018-32')
  const firm = { id: 'firm-1', members: { all: 5 }, organization: { id: 'branch-1', establishedOn: '2018-03-01' } }
  const ledger = { counties: [{ id: 'county-1', firms: [firm] }] }
  const filled = new FilledTemplate({ policy: ganzhou, ledger, missing: { asOf: '2026-09-30' } })
  const year = String(filled.value('年度', filled.address('年度', ':year', 1)))
  filled.fill('年度', 1, { 'year.spend': '5000元' })
  filled.fill('述职', 1, { ':in.firm': 'firm-1', ':in.year': year, 'debriefing.deliveredOn': '2025-12-28' })
  const sentBack = readTemplate(await filled.sent(), { policy: ganzhou, ledger })
  expect(sentBack.notes.map(({ code }) => code)).toEqual(['row-added'])
  const years = { [year]: { spend: 500_000, debriefings: [{ deliveredOn: '2025-12-28' }] } }
  expect(sentBack.ledger).toEqual({ counties: [{ id: 'county-1', firms: [{ ...firm, years }] }] })
})

test('the cells that are missing are coloured, and what is known or not asked for is not', () => {
  const { looks, filled } = looksOf({ policy, ledger: LEDGER, missing })
  const at = (key: string, row: number) => looks.get(filled.address('厨房', key, row))
  const asked = at('kitchen.licensed', 1)
  expect(asked).toBe('FFF2CC')
  expect([at('kitchen.licensed', 2), at('kitchen.cleanedOn', 2)]).toEqual([asked, asked])
  expect([at('kitchen.cleanedOn', 1), at('kitchen.id', 1), at('kitchen.licensed', 3)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect([...looksOf({ policy, ledger: LEDGER }).looks.values()].filter(Boolean)).toEqual([])
})
