import { isBroken } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { cityPapers, cityReport, paragraphsOf } from './sample-papers.ts'

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
      '对照《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号）及有关规定，经核查你单位截至2019年12月31日的情况，存在以下2个问题，请予整改。',
      '一、该所党组织本届任期已届满，尚未换届（届满日期：2019年11月9日）。',
      '依据：《关于党的基层组织任期的意见》；《中国共产党基层组织选举工作暂行条例》第三条。',
      '整改要求：按期进行换届选举；确需延期的，报上级党组织批准。',
      '责任主体：律所党组织。',
      '二、律所主任是中共党员，党组织书记、律所主任未实行“一肩挑”，也没有市律师行业党委对书面报告作出的有效同意。',
      '依据：《关于全面加强新时代全市律师行业党建工作的实施意见》（赣市司党字[2018]32号）第三部分第（五）项：“律所主任是中共党员的应实行党组织书记、律所主任‘一肩挑’，确有特殊情形不能‘一肩挑’的，应书面报市律师行业党委同意”。',
      '整改要求：改为书面报市律师行业党委同意，或者由是正式党员的律所主任兼任党组织书记。',
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
    const problems = Object.values(all).flatMap((words) =>
      words.filter((line) => /^[一二三四五六七八九十]+、/.test(line)),
    )
    expect(problems.length + remarks.length).toBe(broken.length)
    const unseen = broken.filter(({ citations }) => citations.every(({ evidence }) => evidence === 'to-be-verified'))
    expect(unseen.length).toBeGreaterThan(0)
    expect(remarks).toHaveLength(unseen.length)
    for (const { zh } of remarks) expect(zh).toContain('依据待核，没有列入通知书')
  })

  test('cite no instrument that nobody has seen', () => {
    for (const text of texts) expect(text).not.toContain('待核')
    // Of four instruments on setting up a branch, one was seen.
    const words = all['整改通知书-F016.docx']!
    expect(words.filter((line) => line.startsWith('依据') && line.includes('都应当成立党支部'))).toEqual([
      '依据：《中国共产党支部工作条例（试行）》第四条：“都应当成立党支部”。',
    ])
  })

  test('go to the body of a county by the name of the county, and say about whom they speak', () => {
    const words = all['整改通知书-K05司法局党组织.docx']!
    expect(words[2]).toBe('K05司法局党组织：')
    expect(words[4]).toBe('一、F061（组织关系接转事项T11）：该党员律师的组织关系尚未接转（期限：2018年12月31日）。')
    expect(words.filter((line) => line.startsWith('责任主体'))).toEqual([])
  })

  test('give a deadline only where the text gives one', () => {
    expect(all['整改通知书-K05司法局党组织.docx']!.filter((line) => line.startsWith('规定期限'))).toEqual(
      Array.from({ length: 3 }, () => '规定期限：2018年12月31日。'),
    )
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
  expect(papers.map(({ name }) => name)).toEqual(['整改通知书-同名律师事务所.docx', '整改通知书-同名律师事务所-2.docx'])
})

test('an English reader gets a notice in English', async () => {
  const { papers } = await cityPapers('notices', { asOf, subjects: ['F027'] }, 'en')
  const words = paragraphsOf(papers[0]!.bytes)
  expect(words.slice(1, 3)).toEqual(['Notice', 'To: 江西楚天律师事务所'])
  expect(words.join('\n')).toContain('Remedy: ')
})
