import { amend, dossierBlocks, dossierMarkdown, withDraft, type Amendment, type Dossier } from '@tiaoli/authoring'
import { compile, loadPack, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyText, words } from '../../support/toy-pack.ts'

const NOTICE = '关于调整厨房卫生有关要求的通知'
const REPORT = '厨房应当每年报告一次。'

/** The code, and a notice of 2019 that struck out its second article and reworded its third. */
const source: PackSource = {
  files: {
    ...toyText({
      documents: {
        adjusting: {
          document: { title: { zh: NOTICE }, number: '卫通〔2019〕1号', effective: { from: '2019-01-01' } },
          clauses: [
            { id: 'a1', place: { zh: '第一项' }, text: { zh: '一、删去第二条。' }, changes: [{ ends: ['d2'] }] },
            {
              id: 'a2',
              place: { zh: '第二项' },
              text: { zh: '二、将第三条中的“十个”修改为“八个”。' },
              changes: [{ replaces: ['d3'], reads: { zh: '厨房座位不得超过八个。' } }],
            },
          ],
        },
      },
      requirements: [requirement({ id: 'report', clauses: ['d2'], requires: { condition: 'kitchen.licensed' } })],
    }),
    'documents/code/clauses.json': JSON.stringify({
      clauses: ['厨房应当清洁。', REPORT, '厨房座位不得超过十个。'].map((zh, i) => ({
        id: i === 0 ? 'c1' : `d${i + 1}`,
        place: { zh: `第${'一二三'[i]}条` },
        text: { zh },
        force: 'must',
        testability: 'full',
        notEncoded: words('无'),
      })),
    }),
  },
}

const read = (text: string, more: Partial<Amendment> = {}): Dossier =>
  amend(source, compile(source), { id: 'later', from: '2022-01-01', text, reading: 'notice', ...more })
const said = (dossier: Dossier) => dossierMarkdown(dossierBlocks(dossier, 'zh'))
const changesIn = ({ draft }: Dossier) =>
  (JSON.parse(draft['documents/later/clauses.json']!) as { clauses: { changes?: object[] }[] }).clauses.flatMap(
    ({ changes }) => changes ?? [],
  )
const REPEALS = `一、《${NOTICE}》（卫通〔2019〕1号）自2022年1月1日起废止。`

describe('a notice that repeals a notice of the pack', () => {
  it.each([
    ['beside the first document', {}],
    ['beside the notice itself', { amends: 'adjusting' }],
  ])('is drafted so, and what that had changed is left to a person, clause by clause: %s', (_, more) => {
    const dossier = read(REPEALS, more)
    expect(changesIn(dossier)).toEqual([{ ends: [{ document: 'adjusting' }] }])
    expect(loadPack(withDraft(source, dossier)).diagnostics).toEqual([])
    expect(dossier.leftOpen).toMatchObject([
      { kind: 'clause', id: 'd2', how: 'ends', by: 'adjusting/a1', from: '2022-01-01', requirements: ['report'] },
      { kind: 'clause', id: 'd3', how: 'replaces', by: 'adjusting/a2', requirements: [] },
    ])
    expect(said(dossier)).toContain('## 不因此恢复的规定，由人确定')
    expect(said(dossier)).toContain(
      '- 第二条（d2）“厨房应当每年报告一次。”：由 adjusting/a1 废止，adjusting/a1 自 2022-01-01 起不再有效，原规定不因此恢复，也没有规定代替；要求 report 不再执行；是否恢复执行由人确定。恢复的，在写明恢复的条款写 "changes":',
    )
    expect(said(dossier)).not.toContain('没有修改该文件')
  })

  it('says that another document is named where it orders something of its clauses, and how to lay it beside that', () => {
    const dossier = read(`一、将《${NOTICE}》第二项中的“八个”修改为“六个”。`)
    expect(dossier.others).toEqual([
      { id: 'adjusting', title: { zh: NOTICE }, number: '卫通〔2019〕1号', isRepealed: false },
    ])
    expect(said(dossier)).toContain('如果要修改的是它，请加 --amends adjusting 重新对照')
    expect(read('一、将第三条中的“八个”修改为“六个”。').others).toEqual([])
  })
})

describe('what is carried out again', () => {
  it.each([`二、恢复执行第二条“${REPORT}”`, '二、第二条恢复执行。', `二、“${REPORT}”的规定恢复执行。`])(
    'stands in the place of the clause that had ended it, with the earlier words: %s',
    (order) => {
      const dossier = read(`${REPEALS}\n${order}`)
      expect(changesIn(dossier)).toEqual([
        { ends: [{ document: 'adjusting' }] },
        { replaces: ['adjusting/a1'], reads: { zh: REPORT } },
      ])
      expect(dossier.restored).toMatchObject([{ clause: 'd2', by: 'adjusting/a1', isDrafted: true }])
      expect(dossier.leftOpen.map(({ id }) => id)).toEqual(['d3'])
      expect(loadPack(withDraft(source, dossier)).diagnostics).toEqual([])
      expect(said(dossier)).toContain('## 恢复执行')
    },
  )

  it('is judged from its day on by the requirement that is written on it', () => {
    const drafted = withDraft(source, read(`${REPEALS}\n二、第二条恢复执行。`))
    const file = JSON.parse(source.files['requirements/all.json'] as string) as { requirements: object[] }
    const restored = { ...file.requirements[0], id: 'report-again', clauses: ['later/a2'] }
    const requirements = JSON.stringify({ ...file, requirements: [...file.requirements, restored] })
    const policy = compile({ ...drafted, files: { ...drafted.files, 'requirements/all.json': requirements } })
    const found = (asOf: string) =>
      policy
        .evaluate({ kitchens: [{ id: 'K1', licensed: false }] }, { asOf })
        .findings.map(({ requirement: id, status, citations }) => [id, status, citations[0]?.quote])
    expect(found('2018-12-31')).toMatchObject([['report', 'not_met', { zh: REPORT }]])
    expect(found('2021-12-31')).toEqual([])
    expect(found('2022-01-01')).toMatchObject([['report-again', 'not_met', { zh: REPORT }]])
  })
})

it('a notice that gives itself a term says what does not come back when that is over', () => {
  const dossier = read('一、删去第一条。\n二、本通知自2022年1月1日起施行，有效期五年。')
  expect(dossier.leftOpen).toMatchObject([{ id: 'c1', how: 'ends', by: 'later/a1', from: '2027-01-01' }])
})
