import { describe, expect, it } from 'vitest'
import { alignNotice } from '../../../packages/authoring/src/amend/align-notice.ts'
import { compiledPack } from '../../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32')
const chinese = document.map(({ text, place }) => ({ words: text.zh, place }))
const english = [
  ['Kitchens shall be clean.', 'section 1'],
  ['Cooks shall be trained every year.', 'section 2'],
].map(([words, place]) => ({ words: words!, place: { zh: place!, en: place! } }))
const inEnglish = (...lines: string[]) => alignNotice(english, lines.join('\n'), ['Kitchens Bylaw (invented)'])
const changed = ({ clauses }: ReturnType<typeof inEnglish>) =>
  clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [`${i} ${fate}`]))

describe('a place of another document', () => {
  it.each([
    'Section 2 of the Food Act 1990 is repealed.',
    'Sections 1 and 2 of the Food Safety (Hygiene) Regulations (No. 2) 2006 are repealed.',
    'The Food Act 1990, section 2, is repealed.',
    'In the Food Act 1990, in section 2, for “every year” substitute “every month”.',
    'Section 2 of that Act shall cease to have effect.',
    'In exercise of the powers conferred by section 1 of the Local Government Act 1972, the Council makes this Bylaw.',
  ])('is none of this one: %s', (notice) => {
    const found = inEnglish(notice)
    expect(changed(found)).toEqual([])
    expect(found.ends).toBeUndefined()
    expect(found.added).toMatchObject([{ text: notice }])
  })

  it.each([
    'Section 2 of the Kitchens Bylaw (invented) is repealed.',
    'Section 2 of the Kitchens Bylaw is repealed.',
    'Section 2 of the Bylaw is repealed.',
    'Section 2 of the Principal Bylaw is repealed.',
  ])('is not meant by a name of this one, of which a part is ended and not all: %s', (notice) => {
    expect(changed(inEnglish(notice))).toEqual(['1 dropped'])
    expect(inEnglish(notice).ends).toBeUndefined()
  })

  it('leaves the words that it quotes where this one has them too', () => {
    const found = alignNotice(chinese, '将《律师事务所管理办法》第三条中的“一名副书记”修改为“两名副书记”。')
    expect(found.clauses.filter(({ fate }) => fate !== 'kept')).toEqual([])
    const basis = alignNotice(chinese, '根据《律师事务所管理办法》，将“一名副书记”修改为“两名副书记”。')
    expect(basis.clauses.filter(({ fate }) => fate === 'reworded')).toHaveLength(1)
  })
})

it('the whole is ended by its title, also without what stands behind that in brackets', () => {
  expect(inEnglish('The Kitchens Bylaw is repealed.').ends).toBe(0)
  expect(inEnglish('The Kitchens Bylaw (invented) is repealed.').ends).toBe(0)
})

describe('what a notice says a word means', () => {
  const named = (notice: string) =>
    alignNotice(chinese, notice).clauses.flatMap(({ fate }, i) => (fate === 'named' ? [document[i]!.id] : []))

  it('is shown with the clauses that have the word', () => {
    expect(named('本通知所称专职副书记，是指专门从事党务工作的副书记。')).toEqual(['s4.2.a2'])
    expect(named('本通知所称律师党员数量较多，是指党员律师二十名以上。')).toEqual(['s4.2.b'])
  })

  it('may be another sense than that of the clauses, for a person to say', () => {
    for (const notice of [
      '本通知所称律师党员数量较多，是指党员律师二十名以上。',
      '本通知所称“规模较大”是指三十人以上。',
    ])
      expect(alignNotice(chinese, notice).remarks).toMatchObject([{ about: 'defines', text: notice }])
  })

  it('is shown with none where no clause has it', () => {
    expect(named('本通知所称结对单位，是指律所党组织书记、副书记和党办主任。')).toEqual([])
  })
})

describe('lines above a notice', () => {
  it.each([
    ['City of Oldport', 'Office of the Clerk', '1. Section 2 is repealed.'],
    ['NOTICE', 'Section 2 is repealed.'],
  ])('are no words of the document, also without title and number: %s', (...lines) => {
    const found = inEnglish(...lines)
    expect(found.added).toEqual([])
    expect(changed(found)).toEqual(['1 dropped'])
  })

  it('say that items follow, and nothing of a clause', () => {
    const found = alignNotice(
      chinese,
      '根据工作需要，现就有关事项补充通知如下：\n一、将“一名副书记”修改为“两名副书记”。',
    )
    expect(found.clauses.map(({ fate }) => fate).filter((fate) => fate !== 'kept')).toEqual(['reworded'])
    expect(found.added).toEqual([])
  })
})
