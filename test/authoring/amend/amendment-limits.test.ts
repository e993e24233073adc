import { expect, it } from 'vitest'
import { amend, MAX_QUOTATION_MARKS, MAX_SENTENCE } from '@tiaoli/authoring'
import { compiledPack, readPack } from '../../load-packs.ts'

const PACK = 'ganzhou-2018-32'
const read = (text: string) =>
  amend(readPack(PACK), compiledPack(PACK), { id: 'notice-2027', from: '2027-01-01', text })

it('a sentence that never ends is refused, and it is said in which paragraph it stands', () => {
  const text = `关于修改实施意见的通知\n\n经研究，作如下修改。\n${'党'.repeat(MAX_SENTENCE + 1)}\n本通知自2027年1月1日起施行。`
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: 'sentence-too-long',
      text: expect.objectContaining({ zh: expect.stringContaining('第 3 段（空行不计）') as string }) as object,
    }) as Error,
  )
})

it.each(['“', '一'.repeat(17), '「'])('also one of signs that belong to nothing: %s', (sign) => {
  expect(() => read(sign.repeat(MAX_SENTENCE))).toThrow(/more than/)
})

it('a text that quotes without end is refused', () => {
  const text = '将“甲”改为“乙”。\n'.repeat(MAX_QUOTATION_MARKS / 4)
  expect(() => read(text)).not.toThrow()
  expect(() => read(`${text}“丙”`)).toThrow(expect.objectContaining({ code: 'too-many-quotations' }) as Error)
})

it('a text of long sentences is read as it was', () => {
  const sentence = `${'党的建设，'.repeat(MAX_SENTENCE / 5 - 1)}完成。`
  expect(() => read(`${sentence}\n${sentence}`)).not.toThrow()
})
