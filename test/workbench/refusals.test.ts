import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { expect, it } from 'vitest'
import { Desk, refusalOf } from '../../packages/workbench/src/engine/desk.ts'

it('a ledger that breaks off is refused with its line in words', async () => {
  const desk = new Desk()
  const { signal } = new AbortController()
  await desk.answers.openRules({ source: ganzhou }, signal)
  const open = async () => desk.answers.openLedger({ text: '{\n"counties": [' }, signal)
  const [first] = refusalOf(await open().catch((error: unknown) => error))!.sentences
  expect(first!.text.zh).toMatch(/^第\d行：文本到此结束/)
  expect(first!.place).toBeUndefined()
})
