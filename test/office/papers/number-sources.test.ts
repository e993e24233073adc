import { compile } from '@tiaoli/engine'
import { makePapers } from '@tiaoli/office/papers'
import { expect, test } from 'vitest'
import { changedSeats, ENOUGH_SEATS } from '../../support/changed-seats.ts'
import { requirement, toyPack } from '../../support/toy-pack.ts'
import { paragraphsOf, tablesOf } from './sample-papers.ts'

const policy = compile(
  toyPack({ ...changedSeats({ clauses: ['c1'] }), requirements: [requirement({ requires: ENOUGH_SEATS })] }),
)

const SAYS = '《关于提高座位标准的通知》第一条：“座位不少于5个。”〔座位数下限自2026年1月1日起为5个（此前为3个）〕'

test('papers quote the clause that changed a number, and no earlier clause stands as if it still gave it', async () => {
  const ledger = { kitchens: [{ id: 'K1', seats: 4 }] }
  const report = policy.evaluate(ledger, { asOf: '2026-06-30' })
  const input = { policy, report, ledger }
  const { papers: lists } = await makePapers('problems', input)
  const [row] = tablesOf(lists[0]!.bytes)['问题清单']!
  const [first, second, ...others] = row!['依据']!.split('\n')
  expect([first, others]).toEqual([SAYS, []])
  expect(second).toMatch(
    /“厨房应当清洁。”〔其中座位数下限，自2026年1月1日起按《关于提高座位标准的通知》第一条为5个，不再是3个〕$/,
  )
  const { papers: letters } = await makePapers('notices', input)
  expect(paragraphsOf(letters[0]!.bytes).join('\n')).toContain(SAYS)
})
