import { expect, test } from 'vitest'
import { cityPapers, paragraphsOf } from './sample-papers.ts'

const asOf = '2019-12-31'

/** What the notices for the sample city say. */
async function noticesWith(parameters: Record<string, string> = {}): Promise<string> {
  const { papers } = await cityPapers('notices', { asOf, parameters })
  return papers.flatMap(({ bytes }) => paragraphsOf(bytes)).join('\n')
}

test('a deadline that the text gives stands in a notice, and one that somebody tries out does not', async () => {
  expect(await noticesWith()).toContain('规定期限：2018年12月31日（已过）')
  const tried = await noticesWith({ websiteDeadline: '2019-06-30', transferDeadline: '2019-06-30' })
  expect(tried).not.toMatch(/规定期限：2019年6月30日/)
})
