import { read, utils, write, type WorkSheet } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { readProgress, type ProgressReading } from '@tiaoli/office/papers'
import { describe, expect, test } from 'vitest'
import { withLinesAbove } from '../workbook-file.ts'
import { cityPapers } from './sample-papers.ts'

/** The follow-up table of the sample city as somebody has changed it. */
async function readingOf(
  change: (sheet: WorkSheet, cellOf: (key: string, heading: string) => string) => void,
  today?: string,
) {
  const { papers } = await cityPapers('supervision', { asOf: '2019-12-31' })
  const book = read(papers[0]!.bytes.slice())
  const sheet = book.Sheets['督办表']!
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false })
  const headings = rows.find(([first]) => first === '序号')!
  const cellOf = (key: string, heading: string) =>
    utils.encode_cell({
      r: rows.findIndex((row) => row.some((cell) => isKey(cell, key))),
      c: headings.indexOf(heading),
    })
  change(sheet, cellOf)
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  return readProgress(await readWorkbook(bytes, { name: '督办表.xlsx' }), today === undefined ? {} : { today })
}

function put(sheet: WorkSheet, at: string, value: string | number, format?: string): void {
  sheet[at] = typeof value === 'number' ? { t: 'n', v: value, z: format } : { t: 's', v: value }
}

/** Behind what a key says stands the sign of its row. */
function isKey(cell: string, key: string): boolean {
  return cell.startsWith(`${key} `)
}

const TERM = 'branch-term - F027'
const DEBRIEFING = 'debriefing 2019 F001'
const codes = ({ problems }: ProgressReading) => problems.map(({ code, place }) => [code, place.cell])

describe('a follow-up table that comes back', () => {
  test('has nothing to say where nothing was filled in', async () => {
    expect(await readingOf(() => {})).toEqual({ items: [], problems: [] })
  })

  test('says for each matter how far it has come, with the cells', async () => {
    let [state, day, note] = ['', '', '']
    const { items, problems } = await readingOf((sheet, cellOf) => {
      ;[state, day, note] = [cellOf(TERM, '办理状态'), cellOf(TERM, '办结日期'), cellOf(TERM, '进展')]
      put(sheet, state, '已办结')
      put(sheet, day, '2020年3月5日')
      put(sheet, note, '已换届')
      put(sheet, cellOf(TERM, '责任人'), '某人')
      put(sheet, cellOf(DEBRIEFING, '办结日期'), 43_900, 'yyyy-mm-dd')
    })
    expect(problems).toEqual([])
    const place = { file: '督办表.xlsx', sheet: '督办表' }
    expect(items.find(({ requirement }) => requirement === 'branch-term')).toEqual({
      requirement: 'branch-term',
      subject: 'F027',
      unit: '江西楚天律师事务所',
      matter: '党支部、党总支任期届满按时换届',
      state: 'done',
      day: '2020-03-05',
      note: '已换届',
      cells: { state: { ...place, cell: state }, day: { ...place, cell: day }, note: { ...place, cell: note } },
    })
    expect(items.find(({ requirement }) => requirement === 'debriefing')).toMatchObject({
      period: 2019,
      subject: 'F001',
      day: '2020-03-10',
    })
    // Who is in charge stays in the file.
    expect(JSON.stringify(items)).not.toContain('某人')
  })

  test.each([
    ['办结', 'done'],
    ['已完成', 'done'],
    ['完成。', 'done'],
    ['√', 'done'],
    ['已整改到位', 'done'],
    ['整改完毕', 'done'],
    ['已整改完成。', 'done'],
    ['正在整改', 'underway'],
    [' 进行中', 'underway'],
    ['未办', 'open'],
    ['尚未整改', 'open'],
    ['×', 'open'],
  ])('takes %j for %s', async (written, state) => {
    const { items, problems } = await readingOf((sheet, cellOf) => put(sheet, cellOf(TERM, '办理状态'), written))
    expect(problems).toEqual([])
    expect(items).toMatchObject([{ requirement: 'branch-term', state }])
  })

  test('is not read where some columns were sorted and the keys were not', async () => {
    let cells: string[] = []
    const { items, problems } = await readingOf((sheet, cellOf) => {
      const units = [cellOf(TERM, '单位'), cellOf(DEBRIEFING, '单位')] as const
      ;[sheet[units[0]], sheet[units[1]]] = [sheet[units[1]], sheet[units[0]]]
      cells = [cellOf(TERM, '办理状态'), cellOf(DEBRIEFING, '办理状态')]
      for (const cell of cells) put(sheet, cell, '已办结')
    })
    expect(items).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['other-row', 'other-row'])
    expect(new Set(problems.map(({ place }) => place.cell))).toEqual(new Set(cells))
  })

  test('is read once where a row stands twice in it', async () => {
    let [first, second] = ['', '']
    const { items, problems } = await readingOf((sheet, cellOf) => {
      const [from, to] = [cellOf(TERM, '单位'), cellOf(DEBRIEFING, '单位')].map((at) => utils.decode_cell(at).r)
      for (let c = 0; c <= utils.decode_range(sheet['!ref']!).e.c; c++)
        sheet[utils.encode_cell({ r: to!, c })] = sheet[utils.encode_cell({ r: from!, c })]
      ;[first, second] = [from!, to!]
        .sort((a, b) => a - b)
        .map((r) => utils.encode_cell({ r, c: utils.decode_cell(cellOf(TERM, '办理状态')).c })) as [string, string]
      put(sheet, first, '已办结')
      put(sheet, second, '未办')
    })
    expect(items).toMatchObject([{ requirement: 'branch-term', state: 'done' }])
    expect(problems.map(({ code, place }) => [code, place.cell])).toEqual([['item-twice', second]])
  })

  test('says nothing of a matter that is open and has a day on which it was done', async () => {
    const reading = await readingOf((sheet, cellOf) => {
      put(sheet, cellOf(TERM, '办理状态'), '未办')
      put(sheet, cellOf(TERM, '办结日期'), '2020年3月5日')
    })
    expect(reading.items).toEqual([])
    expect(reading.problems.map(({ code }) => code)).toEqual(['not-done-on'])
  })

  test('is read the same once another program has saved it without what is hidden', async () => {
    const { papers } = await cityPapers('supervision', { asOf: '2019-12-31' })
    const book = read(papers[0]!.bytes.slice(), { bookProps: false })
    const sheet = book.Sheets['督办表']!
    delete sheet['!rows']
    delete sheet['!cols']
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false })
    const row = rows.findIndex((cells) => cells.some((cell) => isKey(cell, TERM)))
    const state = utils.encode_cell({ r: row, c: rows.find(([first]) => first === '序号')!.indexOf('办理状态') })
    put(sheet, state, '已办结')
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
      const { items, problems } = readProgress(await readWorkbook(bytes, { name: '督办表' }))
      expect(problems).toEqual([])
      expect(items).toMatchObject([{ requirement: 'branch-term', subject: 'F027', state: 'done' }])
    }
  })

  test('is refused cell by cell, and what a cell holds is not repeated', async () => {
    const cells: string[] = []
    const reading = await readingOf((sheet, cellOf) => {
      cells.push(cellOf(TERM, '办理状态'), cellOf(TERM, '办结日期'), cellOf(TERM, '进展'))
      put(sheet, cells[0]!, '差不多')
      put(sheet, cells[1]!, '2020年3月')
      put(sheet, cells[2]!, '联系13812345678')
    })
    expect(reading.items).toEqual([])
    expect(codes(reading)).toEqual([
      ['not-a-state', cells[0]],
      ['not-a-day', cells[1]],
      ['personal', cells[2]],
    ])
    expect(JSON.stringify(reading)).not.toMatch(/差不多|13812345678/)
  })

  test.each<[said: string | number, code: string, day: string | undefined]>([
    ['45000', 'not-a-day', undefined],
    [45_000, 'serial-date', '2023-03-15'],
    [20_181, 'not-a-day', undefined],
    ['2024-03-01', '', '2024-03-01'],
    ['2024-03-02', 'still-to-come', undefined],
    ['2099-01-01', 'still-to-come', undefined],
  ])('has a day on which it was done that is one, and none after the day of reading: %j', async (said, code, day) => {
    let at = ''
    const reading = await readingOf((sheet, cellOf) => {
      at = cellOf(TERM, '办结日期')
      put(sheet, at, said)
    }, '2024-03-01')
    expect(codes(reading)).toEqual(code === '' ? [] : [[code, at]])
    expect(reading.items.map((item) => item.day)).toEqual(day === undefined ? [] : [day])
  })

  test('has no day after the day by the clock', async () => {
    const reading = await readingOf((sheet, cellOf) => put(sheet, cellOf(TERM, '办结日期'), '2999-01-01'))
    expect(reading.problems.map(({ code }) => code)).toEqual(['still-to-come'])
  })

  test('has rows of which it is not known what they are about', async () => {
    let [own, other] = ['', '']
    const reading = await readingOf((sheet, cellOf) => {
      own = cellOf(TERM, '办理状态')
      other = cellOf(DEBRIEFING, '办理状态')
      put(sheet, own, '办理中')
      put(sheet, other, '办理中')
      put(sheet, cellOf(TERM, '编号'), '改过的')
    })
    expect(codes(reading)).toEqual([['not-an-item', own]])
    expect(reading.items).toHaveLength(1)
  })

  test('is no such table without its hidden row', async () => {
    const reading = await readingOf((sheet) => {
      for (const [at, cell] of Object.entries<{ v?: unknown }>(sheet))
        if (String(cell.v).startsWith('progress.')) delete sheet[at]
    })
    expect(reading.items).toEqual([])
    expect(reading.problems.map(({ code }) => code)).toEqual(['no-table'])
  })
})

test('a follow-up table below a letterhead of some lines is read as well', async () => {
  const { papers } = await cityPapers('supervision', { asOf: '2019-12-31' })
  const book = await readWorkbook(papers[0]!.bytes, { name: '督办表.xlsx' })
  const lower = { ...book, sheets: book.sheets.map((sheet) => withLinesAbove(sheet, 10)) }
  expect(readProgress(lower)).toEqual({ items: [], problems: [] })
})
