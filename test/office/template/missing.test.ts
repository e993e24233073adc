import { compile, nextQuestions } from '@tiaoli/engine'
import { expect, test } from 'vitest'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { readTemplate } from '@tiaoli/office/template'
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
