import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBroken } from '@tiaoli/engine/plan'
import { makePapers } from '@tiaoli/office/papers'
import { describe, expect, test } from 'vitest'
import { packFolder } from '../../../scripts/read-pack.ts'
import { compiledPack, readSample } from '../../load-packs.ts'
import { city, cityPapers, cityReport, paragraphsOf } from './sample-papers.ts'

const asOf = '2019-12-31'

/** The notices for the sample city: their paragraphs, by name. */
async function noticesOf(subjects?: readonly string[]): Promise<Record<string, string[]>> {
  const { papers } = await cityPapers('notices', { asOf, ...(subjects ? { subjects } : {}) })
  return Object.fromEntries(papers.map(({ name, bytes }) => [name, paragraphsOf(bytes)]))
}

describe('the notice to a firm', async () => {
  const words = (await noticesOf(['F027']))['整改通知书-江西楚天律师事务所.docx']!

  test('says what is wrong, by what, and what to do; number, day, seal and whom to report to are left blank', () => {
    expect(words).toEqual([
      '〔　　　　〕　　号',
      '整改通知书',
      '江西楚天律师事务所：',
      '对照《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号）及有关规定，经核查你所截至2019年12月31日的情况，存在以下2个问题，请予整改。',
      '一、律所主任是中共党员，党组织书记、律所主任未实行“一肩挑”，也没有市律师行业党委对书面报告作出的有效同意。',
      '依据：《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号）第三部分第（五）项：“律所主任是中共党员的应实行党组织书记、律所主任‘一肩挑’，确有特殊情形不能‘一肩挑’的，应书面报市律师行业党委同意；律所主任不是中共党员的，由本所合伙人、主要管理人员中的党员担任党组织负责人，规模较大、党员人数较多的应设立一名副书记或党办主任专门负责党务工作。”',
      '整改要求：改为书面报市律师行业党委同意，或者由是正式党员的律所主任兼任党组织书记。',
      '责任主体：律所党组织。',
      '二、你所党组织本届任期已届满，尚未换届（届满日期：2019年11月9日）。',
      '依据：《关于党的基层组织任期的意见》；《中国共产党基层组织选举工作暂行条例》第三条。',
      '整改要求：按期进行换届选举；确需延期的，报上级党组织批准。',
      '责任主体：律所党组织。',
      '请于　　　　年　　月　　日前完成整改，并将整改情况书面报　　　　　　　　。',
      '',
      '（印　章）',
      '　　　　年　　月　　日',
    ])
  })

  test('orders nothing of the firm that is the duty of another body', async () => {
    const all = await noticesOf(['F027'])
    expect(Object.keys(all)).toEqual(['整改通知书-江西楚天律师事务所.docx', '整改通知书-市律师行业党委.docx'])
    expect(all['整改通知书-市律师行业党委.docx']!.join('\n')).toContain('一、江西楚天律师事务所：')
  })
})

describe('the notices for a city', async () => {
  const all = await noticesOf()
  const texts = Object.values(all).map((words) => words.join('\n'))

  test('have every broken duty once, but those that only rest on what nobody has seen', async () => {
    const broken = cityReport({ asOf }).findings.filter(isBroken)
    const { remarks } = await cityPapers('notices', { asOf })
    const unseen = broken.filter(({ citations }) => citations.every(({ evidence }) => evidence === 'to-be-verified'))
    expect(unseen.length).toBeGreaterThan(0)
    expect(remarks.filter(({ zh }) => zh.includes('依据待核，没有列入通知书'))).toHaveLength(unseen.length)
    const said = (words: string) => texts.reduce((sum, text) => sum + text.split(words).length - 1, 0)
    const announced = texts.map((text) => Number(/存在以下(\d+)个问题/.exec(text)![1]))
    expect(announced.reduce((sum, count) => sum + count, 0)).toBe(broken.length - unseen.length)
    const endings = broken.filter(({ problem }) => problem!.zh === '章程未载明党建内容。')
    expect(said('章程未载明党建内容。')).toBe(endings.length)
  })

  test('cite no instrument that nobody has seen', () => {
    for (const text of texts) expect(text).not.toContain('待核')
    // Of four instruments on setting up a branch, one was seen, and of its words no whole sentence.
    const words = all['整改通知书-F016.docx']!
    expect(words.filter((line) => line.includes('支部工作条例'))).toEqual([
      expect.stringMatching(
        /^依据：《中国共产党支部工作条例（试行）》第四条：“.*凡是有正式党员3人以上的，都应当成立党支部。”$/,
      ),
    ])
  })

  test('quote a basis once, with all that is wrong by it below, and what is asked of all once', () => {
    const words = all['整改通知书-K05司法局党组织.docx']!
    expect(words.filter((line) => line.startsWith('依据'))).toHaveLength(1)
    expect(words.filter((line) => /^（[一二三]）/.test(line))).toHaveLength(3)
    expect(words.filter((line) => line.includes('规定期限'))).toEqual(['以上各项规定期限：2018年12月31日（已过）。'])
    for (const text of texts) {
      const quoted = text.match(/“[^”]{30,}”/g) ?? []
      expect(new Set(quoted).size).toBe(quoted.length)
    }
  })

  test('go to the body of a county by the name of the county, and say about whom they speak', async () => {
    const named = { K05: '章贡区', F061: '江西正衡律师事务所' }
    const { papers, remarks } = await cityPapers('notices', { asOf }, 'zh', named)
    const paper = papers.find(({ name }) => name === '整改通知书-章贡区司法局党组织.docx')!
    const words = paragraphsOf(paper.bytes)
    expect(words[2]).toBe('章贡区司法局党组织：')
    const about = words.find((line) => line.includes('的组织关系尚未接转'))
    expect(about).toBe(
      '（三）江西正衡律师事务所（组织关系接转事项：　　　　）：该党员律师的组织关系尚未接转（期限：2018年12月31日）。',
    )
    expect(words.filter((line) => line.includes('责任主体'))).toEqual([])
    // Whom the blank is about is told to the office alone.
    expect(remarks.map(({ zh }) => zh)).toContain(
      '整改通知书-章贡区司法局党组织：括号内的空白依次指江西正衡律师事务所（组织关系接转事项1），代号T11，发出前请填写。',
    )
  })

  test('of a day after that of the ledger say of which day it is known how things stood', async () => {
    const ledger = { ...(readSample() as object), on: '2019-12-31' }
    const report = city.evaluate(ledger, { asOf: '2020-06-30', subjects: ['F027'] })
    const { papers, remarks } = await makePapers('notices', { policy: city, report, ledger, names: {}, language: 'zh' })
    const words = papers.flatMap(({ bytes }) => paragraphsOf(bytes))
    const openings = words.filter((line) => line.startsWith('对照'))
    expect(openings.length).toBeGreaterThan(0)
    for (const opening of openings)
      expect(opening).toContain('2019年12月31日登记的情况（按2020年6月30日适用的规定和期限）')
    expect(words.join('')).not.toContain('台账日期')
    expect(remarks.map(({ zh }) => zh).join('')).toContain('没有注明日期的事项按台账日期的情况判断')
  })

  test('leave a blank for an addressee that is no single organization, and do not call it by a phrase', () => {
    const words = all['整改通知书-F070-主送单位待填.docx']!
    expect(words[2]).toBe('　　　　　　　　（请填写主送单位：转出地和接收地中属于本市的县（市、区）司法局党组织）：')
    expect(words[3]).toContain('经核查你单位截至')
    for (const name of Object.keys(all)) expect(name).not.toContain('转出地')
  })

  test('ask for the name of a unit that has none, and say so beside them', async () => {
    const { papers, remarks } = await cityPapers('notices', { asOf, subjects: ['F016', 'F027'] }, 'zh', {
      F027: '江西楚天律师事务所',
    })
    const own = papers.find(({ name }) => name === '整改通知书-律师事务所（名称未填，台账第16个）.docx')!
    expect(paragraphsOf(own.bytes)[2]).toBe('律师事务所（名称：　　　　）：')
    expect(paragraphsOf(own.bytes).join('')).not.toContain('F016')
    expect(remarks[0]!.zh).toBe(
      '台账中没有名称的单位，通知书中留有空白，发出前请填写名称：律师事务所（名称未填，台账第16个），代号F016。',
    )
  })

  test('have no ids of persons and events, and no remark of ours on who bears a duty', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/(?<![A-Z])[DMOSTX]\d{2,}/)
      expect(text).not.toMatch(/按此理解|文件未写明|评价日期/)
    }
  })

  test('speak to each as one speaks to such a body', () => {
    const spokenTo = (name: string) => /经核查(.+?)截至/.exec(all[name]!.join('\n'))![1]
    expect(spokenTo('整改通知书-F016.docx')).toBe('你所')
    expect(spokenTo('整改通知书-J03.docx')).toBe('你支部')
    expect(spokenTo('整改通知书-市律师行业党委.docx')).toBe('你委')
    expect(spokenTo('整改通知书-K05司法局党组织.docx')).toBe('你单位')
    expect(all['整改通知书-J03.docx']!.join('\n')).toContain('你支部本届任期已届满')
  })

  test('quote whole sentences and no fragments', () => {
    const quoted = texts.flatMap((text) => text.match(/“[^”]{12,}”/g) ?? [])
    expect(quoted.length).toBeGreaterThan(3)
    for (const words of quoted) expect(words).toMatch(/[。！？]”$/)
    for (const words of quoted) expect(words).not.toContain('……')
  })

  test('have the duties in the order of the document', () => {
    const places = all['整改通知书-市律师行业党委.docx']!.flatMap(
      (line) => /^依据.*?第(.)部分第（(.)）项/.exec(line) ?? [],
    )
    expect(places.filter((_, i) => i % 3 > 0)).toEqual(['三', '三', '三', '六', '四', '一', '四', '二', '四', '四'])
  })

  test('give a deadline only where the text gives one', () => {
    const workPoints = all['整改通知书-市律师行业党委.docx']!
    const at = workPoints.findIndex((line) => line.includes('尚未发布2019年度党建工作要点'))
    expect(at).toBeGreaterThan(0)
    const next = workPoints.findIndex((line, i) => i > at && /^[一二三四五六七八九十]+、|^请于/.test(line))
    expect(workPoints.slice(at, next).join('\n')).not.toContain('规定期限')
  })
})

test('whoever has nothing to put right gets no notice', async () => {
  const { papers, remarks } = await cityPapers('notices', { asOf, subjects: ['F001'] })
  expect(papers).toEqual([])
  expect(remarks.map(({ zh }) => zh)).toEqual(['没有应当通知整改的问题，不出具通知书。'])
})

test('two units of one name get two files', async () => {
  const same = { F021: '同名律师事务所', F025: '同名律师事务所' }
  const { papers } = await cityPapers('notices', { asOf, subjects: ['F021', 'F025'] }, 'zh', same)
  expect(papers.map(({ name }) => name)).toEqual([
    '整改通知书-同名律师事务所（台账第21个）.docx',
    '整改通知书-同名律师事务所（台账第25个）.docx',
  ])
})

test.each([
  ['that differ in signs that no file has', '甲/乙律师事务所', '甲:乙律师事务所'],
  ['that are longer than a name of a file', `${'长'.repeat(70)}一`, `${'长'.repeat(70)}二`],
  ['that differ in capitals', 'Yi Law', 'YI Law'],
])('two units of names %s get two files', async (_, first, second) => {
  const named = { F021: first, F025: second }
  const { papers } = await cityPapers('notices', { asOf, subjects: ['F021', 'F025'] }, 'zh', named)
  const names = papers.map(({ name }) => name.toLowerCase())
  expect(names.length).toBeGreaterThan(1)
  expect(new Set(names).size).toBe(names.length)
})

test('an English reader gets a notice in English', async () => {
  const { papers } = await cityPapers('notices', { asOf, subjects: ['F027'] }, 'en')
  const words = paragraphsOf(papers[0]!.bytes)
  expect(words.slice(1, 3)).toEqual(['Notice', 'To: 江西楚天律师事务所'])
  expect(words.join('\n')).toContain('Remedy: ')
})

test('a notice about a place goes to whoever answers for it, by the name of the place', async () => {
  const policy = compiledPack('playground-safety')
  const sample = join(packFolder('playground-safety'), 'samples/district.json')
  const ledger: unknown = JSON.parse(readFileSync(sample, 'utf8'))
  const report = policy.evaluate(ledger, { asOf: '2026-03-31' })
  const { papers } = await makePapers('notices', { policy, report, ledger, language: 'en' })
  const addressed = papers.map(({ bytes }) => paragraphsOf(bytes)[2])
  expect(addressed).toContain('To: operator of Mill Lane Playground')
  for (const to of addressed) expect(to).toMatch(/^To: (?:operator of [A-Z]|Saltmarsh District Council)/)
})
