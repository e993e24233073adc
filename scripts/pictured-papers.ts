import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { makePapers, type PaperKind } from '@tiaoli/office/papers'
import { makeTemplate } from '@tiaoli/office/template'
import { readWordText } from '@tiaoli/office/word-text'
import { readPack } from './read-pack.ts'

/** A paper of which the guides show the first page. */
export interface PicturedPaper {
  /** Of the picture in docs/papers, without its ending. */
  readonly picture: string
  readonly file: string
  readonly bytes: Uint8Array
}

const PACK = 'ganzhou-2018-32'
const asOf = '2019-12-31'
const FIRM = 'F027'

/** The papers that the guides show, of the sample city. */
export async function picturedPapers(root: string): Promise<PicturedPaper[]> {
  const policy = compile(readPack(PACK))
  const ledger: unknown = JSON.parse(readFileSync(join(root, `rules/${PACK}/samples/city-of-79.json`), 'utf8'))
  const subjects = [FIRM]
  const report = policy.evaluate(ledger, { asOf, subjects })
  const whole = policy.evaluate(ledger, { asOf })
  const names = { [FIRM]: '江西楚天律师事务所', K01: '章贡区' }
  const first = async (kind: PaperKind, of: typeof report) => {
    const { papers } = await makePapers(kind, { policy, report: of, ledger, names, language: 'zh' })
    return papers[0]!.bytes
  }
  const facts = ['firm.lawyers', 'firm.establishedOn', 'firm.members.all', 'firm.leaders', 'firm.managementMembers']
  const template = makeTemplate({ policy, ledger, missing: { asOf }, scopes: ['firm'], facts, language: 'zh' })
  return [
    { picture: 'notice', file: '整改通知书.docx', bytes: await first('notices', report) },
    { picture: 'problems', file: '问题清单.xlsx', bytes: await first('problems', report) },
    { picture: 'statistics', file: '统计表.xlsx', bytes: await first('statistics', whole) },
    { picture: 'template', file: '填报表.xlsx', bytes: template },
  ]
}

/** Rows that a first page has at most. */
const ROWS = 24

/** The words on the first sheet of a paper or in all of a letter, by which it is told whether a picture is of it. */
export async function wordsOf({ file, bytes }: PicturedPaper): Promise<string> {
  if (file.endsWith('.docx')) return readWordText(bytes, file)
  const { sheets } = await readWorkbook(bytes, { name: file })
  const rows = sheets[0]!.rows.filter(({ hidden }) => !hidden).slice(0, ROWS)
  const texts = rows.map(({ cells }) =>
    cells.flatMap(({ text, mergedInto }) => (mergedInto === undefined && text !== '' ? [text] : [])),
  )
  return texts.map((row) => `${row.join(' | ')}\n`).join('')
}
