import { STATUS_WORDS, statusText } from '@tiaoli/engine'
import { FORCE_WORDS, isToBeChecked, REASON_WORDS, SEVERITY_WORDS, STATUS_TOTALS } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { compiledPack, readSample } from '../../load-packs.ts'
import { findingOn, requirement, words } from '../../support/toy-pack.ts'

const notMet = (force: string) => {
  const clauses = [{ id: 'c9', text: { zh: '厨房。', en: 'Kitchens.' }, force, testability: 'full' }]
  const rule = requirement({ clauses: ['c9'], force, requires: { condition: 'kitchen.licensed' } })
  return findingOn({ clauses, requirements: [rule] }, { licensed: false })
}

it.each([
  ['must', '不符合', 'not met'],
  ['direct', '不符合', 'not met'],
  ['constitutive', '不符合', 'not met'],
  ['strive', '目标尚未实现', 'not reached yet'],
  ['goal', '目标尚未实现', 'not reached yet'],
  ['encourage', '未做到（鼓励事项，仅作建议）', 'not done (encouraged, a suggestion only)'],
])('a clause of force %s that is not met is called by what it is: %s', (force, zh, en) => {
  expect(notMet(force)).toMatchObject({ status: 'not_met', statusText: { zh, en } })
})

describe('what is not met and rests on nothing but instruments whose words nobody has seen', () => {
  const instruments = {
    seen: { title: words('食品法', 'Food Act'), evidence: 'secondary' },
    unseen: { title: words('厨房守则', 'Kitchen code'), evidence: 'to-be-verified' },
  }
  const TO_CHECK = words(
    '待核（所依据的文件没有核对过原文）',
    'to be checked (nobody has seen the words of what it rests on)',
  )
  const said = (basis: object[], force: string, clauses?: string[]) => {
    const rule = requirement({ basis, force, clauses, requires: { condition: 'kitchen.licensed' } })
    return findingOn({ instruments, requirements: [rule] }, { licensed: false })
  }

  it.each(['must', 'strive', 'advisory'])('is to be checked in its words too, and keeps its status: %s', (force) => {
    expect(said([{ instrument: 'unseen' }], force)).toMatchObject({ status: 'not_met', statusText: TO_CHECK })
  })

  it('is called what it is where anything else says it too', () => {
    const alone = { status: 'not_met', statusText: words('不符合', 'not met') }
    expect(said([{ instrument: 'unseen' }, { instrument: 'seen' }], 'must')).toMatchObject(alone)
    expect(said([{ instrument: 'unseen', evidence: 'verified' }], 'must')).toMatchObject(alone)
  })
})

it.each(['2019-01-01', '2019-06-30', '2020-06-30'])(
  'of every finding words say whether it is to be checked: %s',
  (asOf) => {
    const { findings } = compiledPack('ganzhou-2018-32').evaluate(readSample(), { asOf })
    const toCheck = findings.filter(isToBeChecked)
    expect(toCheck).not.toEqual([])
    expect(
      findings.filter(({ statusText: { zh, en } }) => zh.startsWith('待核') && en.startsWith('to be checked')),
    ).toEqual(toCheck)
  },
)

it.each(Object.entries({ STATUS_WORDS, STATUS_TOTALS, SEVERITY_WORDS, FORCE_WORDS, REASON_WORDS }))(
  'no caller can change what others read: %s',
  (_, texts) => {
    for (const item of [texts, ...Object.values(texts)]) expect(Object.isFrozen(item)).toBe(true)
  },
)

it('what is only usual is a hint where it is not so', () => {
  const { zh } = statusText({ status: 'not_met', force: 'advisory' })
  expect(zh).toBe('未做到（一般性要求，仅作提示）')
})

it.each([
  [1, '逾期完成（逾期1日）', 'met late (by 1 day)'],
  [35, '逾期完成（逾期35日）', 'met late (by 35 days)'],
  [undefined, '逾期完成', 'met late'],
])('what was done late says by how many days: %s', (daysLate, zh, en) => {
  expect(statusText({ status: 'met_late', force: 'must', daysLate })).toEqual({ zh, en })
})

it.each(['strive', 'goal', 'encourage', 'advisory'] as const)('what is no duty is not overdue: %s', (force) => {
  const zh = (daysLate?: number) => statusText({ status: 'met_late', force, daysLate }).zh
  expect([zh(1), zh()]).toEqual(['期限后完成（晚1日）', '期限后完成'])
  expect(statusText({ status: 'met_late', force, daysLate: 2 }).en).toBe('done after the day aimed at (by 2 days)')
})

it.each([
  ['must', 2],
  ['direct', 2],
  ['constitutive', 2],
  ['strive', undefined],
  ['goal', undefined],
  ['encourage', undefined],
])('the days since the last day are counted of duties alone: %s', (force, days) => {
  const clauses = [{ id: 'c9', text: { zh: '厨房。', en: 'Kitchens.' }, force, testability: 'full' }]
  const rule = requirement({ clauses: ['c9'], force, due: '2018-12-30', requires: { condition: 'kitchen.licensed' } })
  expect(findingOn({ clauses, requirements: [rule] }, { licensed: false }).daysLate).toBe(days)
})

it('a finding that was met late says by how much', () => {
  const rule = requirement({
    due: '2018-12-30',
    achievedOn: 'kitchen.cleanedOn',
    requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
  })
  expect(findingOn({ requirements: [rule] }, { cleanedOn: '2019-01-01' }).statusText.zh).toBe('逾期完成（逾期2日）')
})
