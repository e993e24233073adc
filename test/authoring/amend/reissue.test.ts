import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { amend, dossierBlocks, dossierMarkdown, withDraft, type Dossier } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { compiledPack, readPack } from '../../load-packs.ts'

const GANZHOU = 'ganzhou-2018-32'
const NUMBER = '赣市司党字[2018]32号'
const ORIGINAL = readFileSync(
  join(import.meta.dirname, `../../../rules/${GANZHOU}/documents/${GANZHOU}/source.zh.txt`),
  'utf8',
)

/** The Opinions with another title, number and day, and with the edits that are asked for. */
function reissued(edit: (text: string) => string, ...end: string[]): Dossier {
  const headed = ORIGINAL.replace(NUMBER, '赣市司党字〔2027〕5号')
    .replaceAll(/关于全面加强(新时代全市律师行业党建工作的 ?实施意见)/gu, '关于进一步加强$1')
    .replace('2018年11月30日', '2027年1月1日')
  const text = [edit(headed), ...end].join('\n')
  return amend(readPack(GANZHOU), compiledPack(GANZHOU), { id: 'reissue', from: '2027-01-01', text })
}

interface DraftedDocument {
  effective: { from: string; to?: string }
}
interface DraftedClause {
  text: { zh: string }
  force: string
  changes?: object[]
}
const documentOf = ({ draft }: Dossier) => JSON.parse(draft['documents/reissue/document.json']!) as DraftedDocument
const clausesOf = ({ draft }: Dossier) =>
  (JSON.parse(draft['documents/reissue/clauses.json']!) as { clauses: DraftedClause[] }).clauses
const endingsIn = (dossier: Dossier) =>
  clausesOf(dossier).flatMap(({ text, changes = [] }) =>
    changes.flatMap((change) => ('ends' in change ? [[text.zh, change]] : [])),
  )
const same = (text: string) => text

describe('the earlier document, where the reissued one repeals it', () => {
  it.each([
    [`${NUMBER}文件同时废止。`, undefined],
    ['原《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字〔2018〕32号）同时废止。', undefined],
    [`本意见自2027年1月1日起施行，同时废止原《关于全面加强新时代全市律师行业党建工作的实施意见》。`, undefined],
    [`《关于全面加强新时代全市律师行业党建工作的实施意见》自2027年7月1日起不再施行。`, '2027-07-01'],
  ])('ends by that sentence, which restates no clause: %s', (said, from) => {
    const dossier = reissued(same, said)
    expect(dossier).toMatchObject({ reading: 'whole', isReadingDoubtful: false, endsOn: from ?? '2027-01-01' })
    expect(endingsIn(dossier)).toEqual([
      [said, { ends: [{ document: GANZHOU }], ...(from === undefined ? {} : { from }) }],
    ])
    expect(dossier.clauses.every(({ isLetterhead }) => isLetterhead)).toBe(true)
    expect(loadPack(withDraft(readPack(GANZHOU), dossier)).diagnostics).toEqual([])
  })

  it('ends as one of a list', () => {
    const said = ['下列文件同时废止：', '1.《关于印发厨房守则的通知》；', `2.${NUMBER}。`]
    const dossier = reissued(same, ...said)
    expect(endingsIn(dossier)).toEqual([[said[2], { ends: [{ document: GANZHOU }] }]])
  })

  it('takes the clauses with it that are left out, which no sentence ends besides', () => {
    const left = '律所总所对开设的分所党建工作具有指导职责。'
    const dossier = reissued((text) => text.replace(left, ''), `${NUMBER}文件同时废止。`)
    expect(dossier.clauses.filter(({ isLetterhead }) => !isLetterhead)).toMatchObject([
      { clause: 's4.1.c', fate: 'dropped' },
    ])
    expect(endingsIn(dossier)).toHaveLength(1)
    const { plan } = loadPack(withDraft(readPack(GANZHOU), dossier))
    expect(plan!.clauses.get('s4.1.c')!.endings).toMatchObject([{ how: 'ends' }])
    expect(plan!.clauses.get('s4.1.d')!.endings).toMatchObject([{ how: 'continues' }])
  })

  it('does not end where another document is repealed', () => {
    const dossier = reissued(same, '《关于印发厨房守则的通知》（赣市司党字[2017]3号）同时废止。')
    expect(dossier.endsOn).toBeUndefined()
    expect(endingsIn(dossier)).toEqual([])
  })
})

describe('the last day of a new document', () => {
  it.each([
    ['本意见自2027年1月1日起施行，有效期至2030年12月31日。', '2030-12-31', '2031-01-01'],
    ['本意见自2027年1月1日起施行，有效期5年。', '2031-12-31', '2032-01-01'],
    ['本意见自印发之日起施行，有效期为三年。', '2029-12-31', '2030-01-01'],
    ['本意见自2027年1月1日起试行，试行期两年。', '2028-12-31', '2029-01-01'],
    ['本意见执行至2030年底。', '2030-12-31', '2031-01-01'],
    ['本意见自2027年1月1日起施行，至2028年2月29日止。', '2028-02-29', '2028-03-01'],
    ['有效期自2027年1月1日至2030年6月。', '2030-06-30', '2030-07-01'],
    ['These Opinions are in force from 1 January 2027 until 31 December 2030.', '2030-12-31', '2031-01-01'],
    ['This document expires on 31 December 2030.', '2030-12-31', '2031-01-01'],
  ])('is read where it says so of itself: %s', (said, lastDay, to) => {
    const dossier = reissued(same, said)
    expect(dossier.lastDay).toBe(lastDay)
    expect(documentOf(dossier).effective).toEqual({ from: '2027-01-01', to })
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain(`有效至 ${lastDay}`)
  })

  it.each([
    '本意见所称许可证有效期为五年。',
    '《关于印发厨房守则的通知》有效期延长至2030年12月31日。',
    '执业证有效期至2030年12月31日的律师，应当换证。',
    '“本通知有效期至2030年12月31日。”',
    '本意见自2027年1月1日起施行。',
    'Licences are valid until 31 December 2030.',
  ])('is none where something else has it: %s', (said) => {
    const dossier = reissued(same, said)
    expect(dossier.lastDay).toBeUndefined()
    expect(documentOf(dossier).effective).toEqual({ from: '2027-01-01' })
  })
})

describe('what a reissued document is called, and for which years it plans', () => {
  it('is its own title, and not that of the notice which issues it', () => {
    expect(reissued(same).document.title).toMatchObject({ zh: '关于进一步加强新时代全市律师行业党建工作的实施意见' })
  })

  it('are the years of the passage that stands for the one which gave the earlier document its own', () => {
    const dossier = reissued((text) => text.replace('从2018年起到2020年', '从2027年起到2030年'))
    const { horizon } = documentOf(dossier) as { horizon?: { to: string; text: { zh: string }; clauses: string[] } }
    expect(horizon).toMatchObject({ to: '2030-12-31' })
    expect(horizon!.text.zh).toContain('文件规划期（2027年至2030年）已届满')
    const { plan } = loadPack(withDraft(readPack(GANZHOU), dossier))
    expect(plan!.clauses.get(`reissue/${horizon!.clauses[0]!}`)!.text.zh).toContain('从2027年起到2030年')
  })

  it('are none where it gives none', () => {
    const dossier = reissued((text) => text.replace('从2018年起到2020年，', ''))
    expect(documentOf(dossier)).not.toHaveProperty('horizon')
  })
})

describe('the letterhead of a reissued document', () => {
  it('is no changed clause in the dossier', () => {
    const dossier = reissued(same)
    const lines = dossier.clauses.map(({ clause, isLetterhead }) => [clause, isLetterhead])
    expect(lines).toEqual(['h2', 'h3', 'h5', 'h7', 'h8'].map((clause) => [clause, true]))
    const said = dossierMarkdown(dossierBlocks(dossier, 'zh'))
    expect(said).toContain('## 条款：改变 0 条，不变 99 条')
    expect(said).toMatch(/## 标题、文号、日期等\n\n- 发文字号（h2）改写/u)
  })

  it('is a changed clause where the sentence that issues it asks for more', () => {
    const dossier = reissued((text) => text.replace('请结合实际，认真抓好贯彻落实。', '请于3月底前报送落实情况。'))
    expect(dossier.clauses.flatMap(({ clause, isLetterhead }) => (isLetterhead ? [] : [clause]))).toEqual(['h5'])
  })
})

describe('a word of force that changes', () => {
  it('is told for each requirement on the clause, and drafted', () => {
    const dossier = reissued((text) => text.replace('鼓励律所管理层中的党员', '实行律所管理层中的党员'))
    expect(dossier.forces).toEqual([
      { clause: 's3.5.b3', before: 'encourage', after: 'direct', requirements: ['managers-in-organization'] },
      // It has its force from the word of the clause before it.
      { clause: 's3.5.b4', before: 'encourage', requirements: ['decision-role'] },
    ])
    expect(clausesOf(dossier).find(({ text }) => text.zh.startsWith('实行律所管理层'))!.force).toBe('direct')
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain(
      '## 约束力\n\n- s3.5.b3：“鼓励”变为“应按要求执行”，以此为依据的要求须按新的约束力改写：managers-in-organization\n',
    )
  })

  it('is told of the clauses behind it that have their force from it', () => {
    const dossier = reissued((text) => text.replace('力争在2018年12月底前，建立市', '在2018年12月底前，建立市'))
    expect(dossier.forces).toEqual([
      {
        clause: 's3.1.a3',
        before: 'strive',
        after: 'direct',
        requirements: ['demonstration-firms', 'county-demonstration-firms'],
      },
      { clause: 's3.1.a4', before: 'strive', requirements: ['instructor-team'] },
    ])
    expect(dossierMarkdown(dossierBlocks(dossier, 'en'))).toContain('what it is now, a person decides: instructor-team')
  })

  it('is not told where only other words change', () => {
    expect(reissued((text) => text.replace('鼓励律所管理层中的党员', '鼓励律所管理层的党员')).forces).toEqual([])
  })
})
