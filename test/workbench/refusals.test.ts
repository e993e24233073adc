import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { expect, it } from 'vitest'
import { Desk } from '../../packages/workbench/src/engine/desk.ts'

it('a ledger that breaks off is refused with its line in words', async () => {
  const desk = new Desk()
  const { signal } = new AbortController()
  await desk.answers.openRules({ source: ganzhou }, signal)
  const open = async () => desk.answers.openLedger({ text: '{\n"counties": [' }, signal)
  const [first] = (await desk.refusalOf(await open().catch((error: unknown) => error)))!.sentences
  expect(first!.text.zh).toMatch(/^第\d行：文本到此结束/)
  expect(first!.place).toBeUndefined()
})

it('what does not fit into a ledger is told by the names of things, with no pointer', async () => {
  const desk = new Desk()
  const { signal } = new AbortController()
  await desk.answers.openRules({ source: ganzhou }, signal)
  const text = JSON.stringify({ counties: [{ id: 'K', firms: [{ id: 'F', lawyers: 'many' }] }] })
  const open = async () => desk.answers.openLedger({ text }, signal)
  const { sentences } = (await desk.refusalOf(await open().catch((error: unknown) => error)))!
  expect(sentences[0]!.text.zh).toMatch(/^第1个县（市、区）第1个律师事务所的执业律师人数：/)
  expect(JSON.stringify(sentences)).not.toContain('/counties')
})
