import { describe, expect, test } from 'vitest'
import { isUnfounded } from '@tiaoli/engine/plan'
import { makePapers } from '@tiaoli/office/papers'
import { readSample } from '../../load-packs.ts'
import { city, paragraphsOf, tablesOf } from './sample-papers.ts'

const asOf = '2019-06-30'
const ledger = { ...(readSample() as Record<string, unknown>), on: '2019-12-31' }
const report = city.evaluate(ledger, { asOf })
const input = { policy: city, report, ledger }
const unproved = report.findings.filter(({ restsOnLaterDay }) => restsOnLaterDay !== undefined)

describe('what is found by facts of a day after that of the report', () => {
  test('is said to be to be checked, beside its status', () => {
    expect(unproved.length).toBeGreaterThan(0)
    for (const finding of unproved) {
      expect(finding.restsOnLaterDay).toBe('2019-12-31')
      // Of what nobody has seen the words of, that is said first.
      const why = isUnfounded(finding) ? '（所依据的文件没有核对过原文）' : '（按2019年12月31日的情况，'
      expect(finding.statusText.zh).toContain(`待核${why}`)
    }
    expect(unproved.some((finding) => !isUnfounded(finding))).toBe(true)
  })

  test('is in no notice, which a remark says with what to do', async () => {
    const { papers, remarks } = await makePapers('notices', input)
    const letters = papers.map(({ bytes }) => paragraphsOf(bytes).join('\n')).join('\n')
    expect(letters).not.toContain('按2019年12月31日登记的情况')
    expect(remarks.map(({ zh }) => zh).join('\n')).toContain('请改为核查截至2019年12月31日的情况，再出通知书。')
  })

  test('is asked in the problem list, and no problem of it', async () => {
    const { papers } = await makePapers('problems', input)
    const { 问题清单: problems, 待核清单: questions } = tablesOf(papers[0]!.bytes)
    expect(JSON.stringify(problems)).not.toContain('按2019年12月31日登记的情况')
    expect(JSON.stringify(questions)).toContain('请核实截至2019年6月30日是否也是如此：按2019年12月31日登记的情况')
  })

  test('is nothing on the day of the ledger', () => {
    const { findings } = city.evaluate(ledger, { asOf: '2019-12-31' })
    expect(findings.filter(({ restsOnLaterDay }) => restsOnLaterDay !== undefined)).toEqual([])
  })
})
