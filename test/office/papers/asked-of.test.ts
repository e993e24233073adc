import { expect, test } from 'vitest'
import { makePapers } from '@tiaoli/office/papers'
import { readSample } from '../../load-packs.ts'
import { city, tablesOf } from './sample-papers.ts'

test('what is asked of one of several records says of which, by its kind', async () => {
  const ledger = structuredClone(readSample()) as {
    counties: { firms: { massOrganizations?: { led?: unknown }[] }[] }[]
  }
  for (const { firms } of ledger.counties)
    for (const { massOrganizations = [] } of firms) for (const body of massOrganizations) delete body.led
  const report = city.evaluate(ledger, { asOf: '2019-06-30', requirements: ['working-bodies-led'] })
  const { papers } = await makePapers('problems', { policy: city, report, ledger })
  expect(JSON.stringify(tablesOf(papers[0]!.bytes)['待核清单'])).toContain(
    '请核实是否属实（工会、团组织），并补充证明日期：工作机构接受所在律所党组织领导。',
  )
})
