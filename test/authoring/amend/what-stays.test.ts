import { dossierBlocks, dossierMarkdown, withDraft } from '@tiaoli/authoring'
import { compile, loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { isRepunctuated } from '../../../packages/authoring/src/amend/repunctuated.ts'
import { readPack } from '../../load-packs.ts'
import { GANZHOU, noticeOf2027 as read } from './ganzhou-notice.ts'

const draftedIn = ({ draft }: ReturnType<typeof read>, file: string) =>
  JSON.parse(draft[`documents/notice/${file}.json`]!) as Record<string, unknown>

describe('a clause of which only pauses, spaces or ways to write a sign change', () => {
  const dossier = read('将“各律所章程要增加党建内容，”修改为“各律所章程要增加党建内容；”。')

  it('goes on, with all that rests on it', () => {
    expect(dossier.clauses).toMatchObject([{ clause: 's4.4.c1', fate: 'repunctuated' }])
    expect(dossier.requirements).toEqual([])
    expect(JSON.stringify(draftedIn(dossier, 'clauses'))).toContain('"continues":["s4.4.c1"]')
    expect(loadPack(withDraft(readPack(GANZHOU), dossier)).diagnostics).toEqual([])
  })

  it('says something else where another order rewords it', () => {
    const both = read('一、将“各律所章程要增加”修改为“各律所章程应当写明”。', '二、将“党建内容，”修改为“党建内容；”。')
    expect(both.clauses).toMatchObject([{ clause: 's4.4.c1', fate: 'reworded' }])
  })

  it.each([
    ['应当清洁，', '应当清洁；', true],
    ['应当(每年)报告', '应当（每年）报告', true],
    ['1.5%', '15%', false],
    ['应当清洁', '应当清洁', false],
    ['不得出租', '不得转租', false],
  ])('%s and %s: %s', (before, after, is) => {
    expect(isRepunctuated(before, after)).toBe(is)
  })
})

describe('a requirement of which a part of the ground stays', () => {
  it.each([
    '删去“律所党组织每年度要向市律师行业党委述职。”',
    '将“1%”修改为“2%”。',
    '将“全面完成对律所党员律师的组织关系接转”修改为“完成组织关系接转”。',
    '三、（一）中的“力争在2018年12月底前”修改为“力争在2028年12月底前”。',
  ])('is listed as one, just as it is in the pack with the draft: %s', (notice) => {
    const dossier = read(notice)
    const { plan } = compile(withDraft(readPack(GANZHOU), dossier))
    const partly = plan.requirements.flatMap(({ id, partlyEnded }) => (partlyEnded ? [id] : []))
    expect(dossier.requirements.flatMap(({ id, isPartlyEnded }) => (isPartlyEnded ? [id] : [])).sort()).toEqual(
      partly.sort(),
    )
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh')).split('依据只有一部分改变').length - 1).toBe(partly.length)
  })
})

describe('who has issued a notice, and when', () => {
  const lines = ['关于调整有关要求的通知', '市司党字〔2027〕3号', '一、“一名副书记”改为“两名副书记”。', '特此通知。']

  it.each(['2026年12月20日', '二〇二六年十二月二十日'])('is in its draft as its last lines say: %s', (date) => {
    const dossier = read(...lines, '中共赣州市司法局党组', date)
    expect(draftedIn(dossier, 'document')).toMatchObject({
      issuer: { zh: '中共赣州市司法局党组' },
      number: '市司党字〔2027〕3号',
      issuedOn: '2026-12-20',
    })
    expect(loadPack(withDraft(readPack(GANZHOU), dossier)).diagnostics).toEqual([])
  })

  it('is not in it where they do not, and what closes it adds nothing', () => {
    const dossier = read(...lines)
    expect(Object.keys(draftedIn(dossier, 'document'))).toEqual(['$schema', 'title', 'number', 'effective'])
    expect(dossier.added).toEqual([])
  })
})

it('the last day of an English notice is no first day, and its number may have the year in brackets', () => {
  const dossier = read('No. 10 [2027]', 'Notice on Party building', 'This notice expires on 31 December 2027.')
  expect(dossier.starts).toEqual([])
  expect(dossier).toMatchObject({ lastDay: '2027-12-31', document: { number: 'No. 10 [2027]' } })
})
