import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

const HEADINGS = ['县（市、区）', '律师事务所名称', '党员总数', '组建形式', '党建是否写入章程', '有无专门场所']
const PINE = '江西赤松律师事务所'

async function signed(sign: string, note: string, where: 'above' | 'below' | 'heading') {
  const headings = where === 'heading' ? HEADINGS.map((one, i) => (i > 3 ? `${one}（${note}）` : one)) : HEADINGS
  const lines = (side: string) => (where === side ? [[note]] : [])
  const row = ['章贡区', PINE, 4, '单独', sign, sign]
  const result = await importedGrid([['台账'], ...lines('above'), headings, row, ...lines('below')], {
    on: '2026-09-30',
  })
  const { charter, venue } = firmsIn(result).get(PINE) as Record<'charter' | 'venue', unknown>
  return { charter, venue, told: result.notes.filter(({ code }) => code === 'remark-not-understood').length }
}

test.each([
  ['√', '注：打勾的为未做到'],
  ['✓', '注：√表示未完成'],
  ['√', '注：未落实的在相应栏内打√'],
  ['√', '在未落实的栏内打√'],
  ['√', '注：√由未完成单位填写'],
  ['√', '1.没有的请打“√”'],
  ['×', '注：打叉的为已落实'],
  ['×', '注：√表示有，×表示不适用'],
  ['V', '注：V为未落实'],
  ['1', '注：填1的为未落实'],
  ['是', '注：“是”指未落实'],
  ['否', '注：“否”表示已落实'],
])('%s is neither yes nor no where it says, %s', async (sign, note) => {
  for (const where of ['above', 'below'] as const)
    expect(await signed(sign, note, where)).toEqual({ charter: undefined, venue: undefined, told: 1 })
})

test.each([
  ['√', 'V为未写入'],
  ['√', '未落实的打√'],
])('or over its column: %s, %s', async (sign, note) => {
  const { charter, venue } = await signed(note.startsWith('V') ? 'V' : sign, note, 'heading')
  expect([charter, venue]).toEqual([undefined, undefined])
})

test.each([
  ['√', '注：“√”表示有，“×”表示无', true],
  ['×', '注：“√”表示有，“×”表示无', false],
  ['√', '填表说明：1.“组建形式”在对应栏打“√”', true],
  ['√', '注：有的打勾', true],
  ['√', '注：△表示待核实', true],
  ['否', '填表说明：填“是”或“否”', false],
])('%s is what the mapping reads where it says, %s', async (sign, note, value) => {
  for (const where of ['above', 'below'] as const)
    expect(await signed(sign, note, where)).toMatchObject({ charter: { partyBuilding: { value } }, venue: { value } })
})

test('a sign that a note gives another meaning says nothing, in any words', async () => {
  const sign = fc.constantFrom('√', '×')
  const note = fc
    .tuple(fc.constantFrom('注：', '说明：', '备注：', ''), fc.constantFrom('打', '凡打', '标', '划', ''))
    .map((words) => words.join(''))
  const meaning = fc.constantFrom('的为待整改', '表示情况不明', '者另行说明', '的属不适用', '即存在问题', '为待核')
  await fc.assert(
    fc.asyncProperty(note, sign, meaning, async (before, one, after) => {
      const { charter, venue } = await signed(one, before + one + after, 'below')
      expect([charter, venue]).toEqual([undefined, undefined])
    }),
    { numRuns: 20 },
  )
})
