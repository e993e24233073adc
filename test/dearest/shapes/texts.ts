import { dearLedger, LEDGER_DIMENSIONS, PACK } from '../dear-ledger.ts'
import { chosen, type Dimension, type Shape, type Sizes } from '../trial.ts'
import { bookOf, written } from '../../office/workbook-file.ts'

const DETAILS = ['findings', 'verdicts', 'trace'] as const

/** Lines of a stream: firms, blank lines, strange properties. */
export const stream: Shape = {
  dimensions: {
    lines: { most: 60_000 },
    blanks: { most: 60_000_000 },
    keys: { most: 50_000 },
    text: { most: 1_000_000 },
    context: { most: 20_000 },
    detail: { most: DETAILS.length - 1, isChoice: true },
    exact: { most: 1, isChoice: true },
  },
  seeds: [
    { lines: 10_000, detail: 1 },
    { lines: 1000, detail: 0 },
    { lines: 300, detail: 2 },
    { lines: 300, exact: 1 },
    { blanks: 10_000_000 },
    { lines: 10, keys: 50_000 },
    { lines: 20, text: 500_000 },
    { lines: 500, context: 5000 },
  ],
  send: async (sizes, send) => {
    const { lines = 0, blanks = 0, keys = 0, text = 0, context = 0 } = sizes
    const counties = [{ id: 'K', firms: Array.from({ length: context }, (_, i) => ({ id: `X${i}` })) }]
    const detail = chosen(DETAILS, sizes, 'detail')
    const head = {
      asOf: '2026-12-01',
      scope: 'firm',
      detail,
      ...(sizes['exact'] && detail !== 'verdicts' ? { exact: true } : {}),
      context: { id: 'C', counties },
    }
    const strange = Object.fromEntries(Array.from({ length: keys }, (_, i) => [`strange${i}`, i]))
    const record = (i: number) => JSON.stringify({ id: `F${i}${'x'.repeat(text)}`, ...strange })
    // Joined in one go: what is measured is the service.
    const body = [
      JSON.stringify(head),
      ...Array.from({ length: lines }, (_, i) => record(i)),
      '\n'.repeat(blanks),
    ].join('\n')
    await send('stream', { path: `/v1/packs/${PACK}/evaluate/stream`, type: 'application/x-ndjson', body })
  },
}

const NUMBERED = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}．删去第${i + 1}条。`).join('\n')
const HEADED = (count: number) =>
  Array.from({ length: count }, (_, i) => `第${i + 1}条 律师事务所应当建立党支部。`).join('\n')
const READINGS = [undefined, 'whole', 'notice'] as const

/** The text of an amendment. */
export const amend: Shape = {
  dimensions: {
    letters: { most: 200_000 },
    numerals: { most: 200_000 },
    orders: { most: 20_000 },
    articles: { most: 10_000 },
    brackets: { most: 200_000 },
    original: { most: 10_000 },
    reading: { most: READINGS.length - 1, isChoice: true },
    dossier: { most: 1, isChoice: true },
  },
  seeds: [
    { letters: 100_000 },
    { numerals: 100_000 },
    { orders: 5000, reading: 2 },
    { articles: 4000, reading: 1 },
    { brackets: 100_000 },
    { articles: 1000, original: 1000, reading: 1 },
    { orders: 1000, original: 5000, dossier: 1 },
  ],
  send: async (sizes, send) => {
    const { letters = 0, numerals = 0, orders = 0, articles = 0, brackets = 0, original = 0 } = sizes
    const parts = [
      '党'.repeat(letters),
      '一'.repeat(numerals),
      NUMBERED(orders),
      HEADED(articles),
      '（'.repeat(brackets),
      '本通知自2027年1月1日起施行。',
    ]
    const reading = chosen(READINGS, sizes, 'reading')
    const body = {
      id: 'notice-2027',
      from: '2027-01-01',
      text: parts.filter((part) => part !== '').join('\n'),
      ...(original > 0 ? { original: HEADED(original) } : {}),
      ...(reading === undefined ? {} : { reading }),
    }
    const dossier = sizes['dossier'] ? '/dossier' : ''
    await send(`amend${dossier}`, { path: `/v1/packs/${PACK}/amend${dossier}`, body, headers: { accept: '*/*' } })
  },
}

const HEADS = [
  '序号',
  '县区',
  '律师事务所名称',
  '正式党员数',
  '党组织形式',
  '党支部成立日期',
  '是否建立党组织',
  '备注',
  '执业律师数',
  '党员律师数',
] as const
const VALUES = [
  '1',
  '章贡区',
  '江西楚天律师事务所',
  '3',
  '党支部',
  '2018-03-01',
  '是',
  '已整改（2019年3月）',
  '12',
  '未成立，拟于2020年成立',
] as const
const FORMATS = ['csv', 'xlsx'] as const

/** A workbook to be imported. */
export const importing: Shape = {
  dimensions: {
    rows: { most: 50_000 },
    columns: { most: 500 },
    letters: { most: 1_000_000 },
    sheets: { most: 100 },
    names: { most: 1, isChoice: true },
    format: { most: 1, isChoice: true },
    guess: { most: 1, isChoice: true },
    ...LEDGER_DIMENSIONS,
  } satisfies Record<string, Dimension>,
  seeds: [
    { rows: 3000, columns: 10 },
    { rows: 3000, columns: 10, guess: 1 },
    { rows: 3000, columns: 10, names: 1, guess: 1 },
    { rows: 90, columns: 500, guess: 1 },
    { rows: 90, columns: 500, format: 1, guess: 1 },
    { rows: 20, columns: 10, letters: 20_000 },
    { rows: 30, columns: 10, sheets: 100, format: 1 },
    { rows: 1000, columns: 10, county: 1, firm: 2000 },
  ],
  send: async (sizes, send) => {
    const form = new FormData()
    for (const file of workbooksOf(sizes)) form.append('file', file)
    if (sizes['guess']) form.append('guess', 'true')
    if (sizes['firm']) form.append('ledger', dearLedger(sizes))
    form.append('on', '2026-09-30')
    await send('import', { path: `/v1/packs/${PACK}/import`, body: form })
  },
}

export function workbooksOf(sizes: Sizes): File[] {
  const { rows = 0, columns = 0, letters = 0, sheets = 1 } = sizes
  const head = Array.from({ length: columns }, (_, i) => `${HEADS[i % HEADS.length]}${i < HEADS.length ? '' : i}`)
  const row = (number: number) =>
    Array.from({ length: columns }, (_, i) => {
      const value = VALUES[i % VALUES.length]!
      return `${value}${sizes['names'] && i % HEADS.length === 2 ? number : ''}${'字'.repeat(i === 7 ? letters : 0)}`
    })
  const grid = [head, ...Array.from({ length: rows }, (_, number) => row(number))]
  if (chosen(FORMATS, sizes, 'format') === 'csv')
    return [new File([grid.map((cells) => cells.join(',')).join('\r\n')], '台账.csv')]
  const book = bookOf(grid)
  const [name] = book.SheetNames
  for (let i = 1; i < sheets; i++) {
    book.SheetNames.push(`表${i}`)
    book.Sheets[`表${i}`] = book.Sheets[name!]!
  }
  return [new File([new Uint8Array(written(book))], '台账.xlsx')]
}
