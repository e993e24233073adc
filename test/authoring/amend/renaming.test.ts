import { amend, dossierBlocks, dossierMarkdown, withDraft } from '@tiaoli/authoring'
import { compile, loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { isBodyName } from '../../../packages/authoring/src/amend/body-names.ts'
import { compiledPack, readPack } from '../../load-packs.ts'

const GANZHOU = 'ganzhou-2018-32'
const source = readPack(GANZHOU)
const policy = compiledPack(GANZHOU)
const notice = (...lines: string[]) =>
  amend(source, policy, { id: 'notice', from: '2027-01-01', text: lines.join('\n'), reading: 'notice' })
const changesIn = ({ draft }: { draft: Record<string, string> }) =>
  (
    JSON.parse(draft['documents/notice/clauses.json']!) as { clauses: { changes?: { reads?: object }[] }[] }
  ).clauses.map(({ changes }) =>
    changes?.map((change) => Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'reads'))),
  )

describe('a body that a notice calls by another name throughout', () => {
  const dossier = notice('文中的“市非公经济与社会组织工委”统一修改为“市委社会工作部”。')

  it('leaves its clauses and rules as they are, under the new name', () => {
    expect(dossier.clauses.map(({ clause, fate }) => [clause, fate])).toEqual([['s3.6.b1', 'renamed']])
    expect(JSON.stringify(changesIn(dossier))).toContain('"continues":["s3.6.b1"]')
    expect(dossier.requirements).toEqual([])
    const after = withDraft(source, dossier)
    expect(loadPack(after).diagnostics).toEqual([])
    const found = compile(after).plan.requirements.find(({ id }) => id === 'city-committee-debriefing')!
    expect([found.term.to, found.partlyEnded]).toEqual([Infinity, undefined])
  })

  it('is told with the bodies and words of the pack that have the old name', () => {
    expect(dossier.renamed).toMatchObject({
      names: [{ from: '市非公经济与社会组织工委', to: '市委社会工作部' }],
      requirements: expect.arrayContaining(['city-committee-debriefing']) as string[],
    })
    const [zh, en] = (['zh', 'en'] as const).map((language) => dossierMarkdown(dossierBlocks(dossier, language)))
    expect(zh).toContain('“市非公经济与社会组织工委”更名为“市委社会工作部”')
    expect(zh).toMatch(/要求的文字：.*city-committee-debriefing/u)
    expect(en).toContain('is now called “市委社会工作部”')
  })

  it('says something else where another order rewords the clause', () => {
    const both = notice(
      '一、文中的“市律师行业党委”统一修改为“市律师行业综合党委”。',
      '二、三、（六）中的“律所党组织每年度”修改为“律所党组织每两年”。',
    )
    const fate = (id: string) => both.clauses.find(({ clause }) => clause === id)?.fate
    expect([fate('s3.6.b1'), fate('s3.6.b2')]).toEqual(['renamed', 'reworded'])
    expect(changesIn(both)[1]).toEqual([{ replaces: ['s3.6.b2'] }])
    // The last has its last day from the sentence of the clause.
    expect(both.requirements.map(({ id, ways }) => [id, ways.includes('due')])).toEqual([
      ['debriefing', false],
      ['joint-branch-debriefing', false],
      ['city-committee-debriefing', true],
    ])
    expect(loadPack(withDraft(source, both)).diagnostics).toEqual([])
  })

  it('may be called so without 统一, where no place is named and no other body has the name', () => {
    const found = notice('将“市非公经济与社会组织工委”修改为“市委社会工作部”。')
    expect(found.clauses.map(({ clause, fate }) => [clause, fate])).toEqual([['s3.6.b1', 'renamed']])
    expect(found.renamed?.names).toEqual([{ from: '市非公经济与社会组织工委', to: '市委社会工作部' }])
  })

  it.each([
    '三、（六）中的“市非公经济与社会组织工委”修改为“市委社会工作部”。',
    '将“市非公经济与社会组织工委”修改为“市司法局党组”。',
    '文中的“律所党组织”统一修改为“律所党支部”。',
    '文中的“每年度”统一修改为“每两年”。',
  ])('is another duty where that is not certain: %s', (order) => {
    expect(new Set(notice(order).clauses.map(({ fate }) => fate))).toEqual(new Set(['reworded']))
  })
})

it.each([
  ['市律师行业党委', true],
  ['市非公经济与社会组织工委', true],
  ['交通运输主管部门', true],
  ['有关部门', false],
  ['the Council Office', true],
  ['律所党组织', false],
  ['党支部', false],
  ['全部', false],
  ['应当报市司法局', false],
  ['每年度', false],
])('%s is the name of a body: %s', (words, is) => {
  expect(isBodyName(words)).toBe(is)
})
