import type { Dossier } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { noticeOf2027 as read } from './ganzhou-notice.ts'

const fates = ({ clauses }: Dossier) => clauses.map(({ clause, fate }) => `${clause} ${fate}`)

describe('words of the document that a notice quotes to say something of them', () => {
  it.each([
    ['三、（五）中的“应书面报市律师行业党委同意”，由市律师行业党委委托县（市、区）司法局党组织办理。', 's3.5.a2'],
    ['三、（五）第一句中的“书面报市律师行业党委同意”，其同意自批准之日起两年内有效。', 's3.5.a2'],
    ['“规模较大、党员人数较多的”是指执业律师三十人以上且党员十人以上的律所。', 's3.5.a4'],
    ['三、（六）中的“全国1000名律师领军人才”系“全国千名律师领军人才”之误。', 's3.6.d3'],
  ])('are no new words: a person reads the clause that has them: %s', (said, clause) => {
    expect(fates(read(`一、${said}`))).toEqual([`${clause} named`])
  })
})

it('the number of an item of the notice is none of the clause', () => {
  const dossier = read('一、律所党组织每年度应当于12月31日前向市律师行业党委述职。')
  expect(dossier.clauses).toMatchObject([
    { clause: 's3.6.b2', after: ['律所党组织每年度应当于12月31日前向市律师行业党委述职。'] },
  ])
})

it('a heading that is quoted before the number of an item is a place', () => {
  const dossier = read(
    '一、“四、组织保障”第（三）项中“对确不能接转的报市律师行业党委同意”应为“对确不能接转的，报市律师行业党委备案”。',
  )
  expect(fates(dossier)).toEqual(['s4.3.b4 reworded'])
})
