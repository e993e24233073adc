import { read, utils, write } from '@e965/xlsx'
import type { Citation } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { Judging } from '../../packages/workbench/src/engine/judging.ts'
import { HeldLedgers } from '../../packages/workbench/src/engine/held-ledgers.ts'
import { lackingFacts } from '../../packages/workbench/src/engine/lacking-facts.ts'
import { progressIn } from '../../packages/workbench/src/engine/read-progress.ts'
import { subjectName } from '../../packages/workbench/src/parts/name-of.ts'
import { differentIn } from '../../packages/workbench/src/screens/results/different-citations.ts'
import { sourceName } from '../../packages/workbench/src/screens/results/source-name.ts'
import { yearAfter } from '../../packages/workbench/src/screens/due/year-after.ts'
import { zh } from '../../packages/workbench/src/words/zh.ts'
import { city, cityPapers } from '../office/papers/sample-papers.ts'
import { readSample } from '../load-packs.ts'

it('ledgers before one that is asked about are let go', () => {
  const held = new HeldLedgers()
  const [first, second] = [held.add('first'), held.add('second')]
  expect(held.of(first)).toBe('first')
  expect(held.of(second)).toBe('second')
  expect(() => held.of(first)).toThrow('no such ledger')
})

it('no finding quotes one source twice, and every document that is named stands in its marks', () => {
  const { findings } = city.evaluate(readSample(), { asOf: '2019-01-01' })
  const named = (citation: Citation) => sourceName(citation, zh, (text) => text.zh)
  const shown = findings.flatMap(({ citations }) => {
    const lines = differentIn(citations).map(
      (citation) => `${(citation.sentence ?? citation.quote)?.zh} ${named(citation)}`,
    )
    expect(new Set(lines).size).toBe(lines.length)
    return citations.map(named)
  })
  expect(shown.length).toBeGreaterThan(100)
  expect(shown.filter((name) => !name.startsWith('《'))).toEqual([])
})

it('nothing is lacking of which a part is given', async () => {
  const text = JSON.stringify({ counties: [{ id: 'K00', firms: [{ id: 'F001', lawyers: 5 }] }] })
  const setting = { asOf: '2019-01-01', profile: undefined }
  const { findings } = city.evaluate(city.parseLedger(text), setting)
  const facts = findings.flatMap(({ missing }) => missing.map(({ fact }) => fact))
  const parts = facts.flatMap((fact) => [`${fact}.part`, `${fact.slice(0, fact.lastIndexOf('.'))}.part`])
  const signal = new AbortController().signal
  const lacking = await lackingFacts(city, { text, gives: [], ...setting }, signal)
  expect(lacking.facts.length).toBeGreaterThan(0)
  await expect(lackingFacts(city, { text, gives: parts, ...setting }, signal)).resolves.toMatchObject({ facts: [] })
})

it('what is lacking says of whom where others have something of that name', async () => {
  const text = JSON.stringify({ counties: [{ id: 'K00', firms: [{ id: 'F001', memberLawyers: [] }] }] })
  const setting = { asOf: '2019-12-31', profile: undefined }
  const { facts } = await lackingFacts(city, { text, gives: [], ...setting }, new AbortController().signal)
  const labels = facts.map(({ label }) => label.zh)
  expect(labels).toContain('县（市、区）：党员律师人数')
  expect(new Set(labels).size).toBe(labels.length)
  expect(labels.filter((label) => /\d{4}年度/.test(label))).toEqual([])
})

/** A follow-up table of the sample city in which all matters of years are under way, as the page reads it beside a ledger. */
async function progressOf(asOf: string, ledger: unknown = readSample()) {
  const { papers } = await cityPapers('supervision', { asOf: '2020-06-30' })
  const book = read(papers[0]!.bytes.slice())
  const sheet = book.Sheets['督办表']!
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false })
  const headings = rows.findIndex(([first]) => first === '序号')
  const state = rows[headings]!.indexOf('办理状态')
  for (let r = headings + 1; r < rows.length; r++)
    if (rows[r]!.some((cell) => / 20\d\d /.test(cell)))
      sheet[utils.encode_cell({ r, c: state })] = { t: 's', v: '办理中' }
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  const asked = { name: '督办表.xlsx', bytes, asOf, profile: undefined }
  return progressIn(new Judging(), city, city.parseLedger(JSON.stringify(ledger)), asked)
}

it.each(['2019-06-30', '2030-06-30'])('a matter of a year comes back with how that year stands on %s', async (asOf) => {
  const { items, problems } = await progressOf(asOf)
  expect(items.length).toBeGreaterThan(0)
  expect(items.filter(({ mark }) => mark === undefined)).toEqual([])
  expect(problems).toEqual([])
})

it('a matter is not compared with the unit of another name that a ledger has by its code', async () => {
  const ledger = structuredClone(readSample()) as { counties: { firms: { id: string; name?: string }[] }[] }
  const firm = ledger.counties.flatMap(({ firms }) => firms).find(({ id }) => id === 'F001')!
  firm.name = '江西丙合律师事务所'
  const { items: before } = await progressOf('2030-06-30')
  const { items, problems } = await progressOf('2030-06-30', ledger)
  const others = before.flatMap(({ unit }, i) => (items[i]!.mark === undefined ? [unit] : []))
  expect(others.length).toBeGreaterThan(0)
  expect(new Set(others).size).toBe(1)
  expect(problems).toHaveLength(others.length)
  expect(problems[0]!.text.zh).toMatch(/另一份台账/)
})

it.each([
  ['2019-01-01', '2019-12-31'],
  ['2019-03-31', '2020-03-30'],
  ['2020-02-29', '2021-02-28'],
  ['2019-03-01', '2020-02-29'],
])('a year from %s ends on %s', (from, to) => {
  expect(yearAfter(from)).toBe(to)
})

it('a record of a name that others have is told by where it is, and what is in it too', () => {
  const firm = { scope: 'firm', pointer: '/counties/0/firms/0', id: 'F1', name: '甲所' }
  const apart = (pointer: string) => (pointer === firm.pointer ? '章贡区' : undefined)
  expect(subjectName(firm, {}, zh, apart)).toBe('甲所（章贡区）')
  const pointer = `${firm.pointer}/years/2018`
  expect(subjectName({ scope: 'year', pointer, id: pointer, within: [firm] }, {}, zh, apart)).toContain(
    '甲所（章贡区） ',
  )
})
