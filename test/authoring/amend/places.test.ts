import { describe, expect, it } from 'vitest'
import { alignNotice, type NoticeAlignment } from '../../../packages/authoring/src/amend/align-notice.ts'

type Clause = readonly [place: string, words: string]
function reading(clauses: readonly Clause[]) {
  const placed = clauses.map(([place, words]) => ({ words, place: { zh: place, en: place } }))
  const changed = ({ clauses: all }: NoticeAlignment, fates: readonly string[]) =>
    all.flatMap(({ fate }, i) => (fates.includes(fate) ? [i] : []))
  return (...lines: string[]) => {
    const found = alignNotice(placed, lines.join('\n'))
    return {
      dropped: changed(found, ['dropped']),
      named: changed(found, ['named']),
      reworded: changed(found, ['reworded']),
      remarks: found.remarks.map(({ about, text }) => `${about} ${text}`),
    }
  }
}

const BYLAW = reading([
  ['section 1', 'Kitchens are clean.'],
  ['section 2', '(1) Cooks are trained.'],
  ['section 2', '(2) Bakers are trained, and'],
  ['section 2', 'they are licensed.'],
  ['section 3', 'Trays are washed.'],
  ['section 4', 'Spoons are polished.'],
  ['section 6(1)', 'Floors are swept.'],
  ['section 6(2)', 'Walls are painted.'],
  ['section 6A', 'Doors are shut.'],
  ['section 12', 'Records are kept.'],
])

describe('the places of an English notice', () => {
  it.each([
    ['Sections 4 and 6 are repealed.', [5, 6, 7]],
    ['Sections 2 to 4 are repealed.', [1, 2, 3, 4, 5]],
    ['Sections 3, 4 and 6(1) are repealed.', [4, 5, 6]],
    ['Section 3 and section 12 are repealed.', [4, 9]],
    ['Sections 1, 3, and 6A are repealed.', [0, 4, 8]],
    ['Sections 3–4 are repealed.', [4, 5]],
    ['Paragraph (2) of section 2 is repealed.', [2, 3]],
    ['Section 2, paragraph (2), is repealed.', [2, 3]],
    ['Section 2(1) is repealed.', [1]],
    ['Subsections (1) and (2) of section 6 are repealed.', [6, 7]],
    ['S. 3 is repealed.', [4]],
    ['ss. 3 and 4 are repealed.', [4, 5]],
    ['Section 6A is repealed.', [8]],
  ])('%s', (notice, dropped) => {
    expect(BYLAW(notice)).toEqual({ dropped, named: [], reworded: [], remarks: [] })
  })

  it('are of the place that was named above them', () => {
    const lines = [
      '1. Section 6 is amended as follows:',
      '(a) paragraph (1) is repealed;',
      '(b) in paragraph (2), for “painted” substitute “tiled”.',
    ]
    expect(BYLAW(...lines)).toEqual({ dropped: [6], named: [], reworded: [7], remarks: [] })
  })

  it('are of the place above them behind a dash too', () => {
    const lines = ['1. In section 6—', '(a) for “swept” substitute “washed”;', '(b) omit paragraph (2).']
    expect(BYLAW(...lines)).toEqual({ dropped: [7], named: [], reworded: [6], remarks: [] })
  })

  it('are named in what a document is called, and by whom they were put in, without an order', () => {
    const called = 'Section 3 of the Bylaw (in this notice referred to as the “Principal Bylaw”)'
    const before = 'In section 12 (inserted by the Bylaw of 2020)'
    expect(BYLAW(`${called} is amended by substituting “dried” for “washed”.`)).toMatchObject({
      reworded: [4],
      remarks: [],
    })
    expect(BYLAW(`${before}, for “kept” substitute “filed”.`)).toMatchObject({ reworded: [9], remarks: [] })
  })

  it('are not reworded by a new one that is quoted on a line of its own', () => {
    const lines = ['1. After section 6A insert—', '“6B. Walls are painted and floors are swept.”.']
    expect(BYLAW(...lines)).toEqual({ dropped: [], named: [], reworded: [], remarks: [] })
  })

  it('are told where they are not there, and named where the document does not number what is in them', () => {
    expect(BYLAW('Sections 9 and 10 are repealed.').remarks).toEqual(['place-not-there Sections 9 and 10'])
    expect(BYLAW('Section 6(3) is repealed.').remarks).toEqual(['place-not-there Section 6(3)'])
    expect(BYLAW('Paragraph (2) of section 3 is repealed.')).toMatchObject({ dropped: [], named: [4] })
  })

  it('are not what is counted beside them', () => {
    expect(BYLAW('In section 12 and 3 days later, “kept” becomes “filed”.')).toMatchObject({
      reworded: [9],
      remarks: [],
    })
  })
})

it('what an English notice puts in as a section of its own is told with where it is put', () => {
  const placed = [{ words: 'Floors are swept.', place: { zh: 'section 6', en: 'section 6' } }]
  for (const order of [
    'After section 6 insert: “6A. Walls are painted.”',
    'Add, after section 6, the following section: “6A. Walls are painted.”',
  ])
    expect(alignNotice(placed, order)).toMatchObject({
      clauses: [{ fate: 'kept' }],
      added: [{ text: '6A. Walls are painted.', place: 'after section 6' }],
    })
})

const RULES = reading([
  ['第一条', '厨房清洁。'],
  ['第二条', '厨师应当：'],
  ['第二条', '（一）受训；'],
  ['第二条', '（二）持证，'],
  ['第二条', '并且登记；'],
  ['第二条', '（三）守时。'],
  ['第三条', '餐具消毒。'],
  ['第四条', '地面清扫。'],
  ['第十二条', '记录保存。'],
])

describe('the places of a Chinese notice', () => {
  it.each([
    ['删去第一、四条。', [0, 7]],
    ['删去第一条、第三条和第四条。', [0, 6, 7]],
    ['第一、三、四条停止执行。', [0, 6, 7]],
    ['删去第二条至第四条。', [1, 2, 3, 4, 5, 6, 7]],
    ['第三至四条停止执行。', [6, 7]],
    ['删去第二条第（一）（三）项。', [2, 5]],
    ['删去第二条第（一）项、第（二）项。', [2, 3, 4]],
    ['删去第二条第（一）至（三）项。', [2, 3, 4, 5]],
    ['第十二条停止执行。', [8]],
  ])('%s', (notice, dropped) => {
    expect(RULES(notice)).toEqual({ dropped, named: [], reworded: [], remarks: [] })
  })
})
