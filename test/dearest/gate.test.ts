import { afterAll, beforeAll, expect, it } from 'vitest'
import { BOUNDS } from './climb.ts'
import { DearService, type Answered } from './dear-service.ts'
import { readFound } from './found.ts'
import { SHAPES } from './shapes.ts'
import { tried } from './trial.ts'

/**
 * What takes so many times the processor time of the request it is compared with, in the same run, is beyond the bound on
 * any machine. That request takes some 0.2 s where the bound is 2 s; and the double is left to chance.
 */
const TIMES = 20
/** A peak depends on when garbage is collected. */
const MEGABYTES = 3 * BOUNDS.megabytes

let service: DearService
let usual: number

beforeAll(async () => {
  service = await DearService.start()
  const spent: number[] = []
  for (let round = 0; round < 3; round++) {
    const { answered } = await tried(service, ['check', SHAPES['check']!], { facts: 1000 }, () => true)
    spent.push(answered.cpu)
  }
  usual = Math.max(...spent)
})
afterAll(() => service.stop())

const dearer = (one: Answered, other: Answered) => one.cpu > other.cpu
const mended = readFound().filter(({ open }) => !open)

it.each(mended.map((found) => [`${found.shape}: ${JSON.stringify(found.sizes)}`, found] as const))(
  'what was too dear is refused or no longer so: %s',
  async (_, { shape, sizes }) => {
    const { answered, step } = await tried(service, [shape, SHAPES[shape]!], sizes, dearer)
    expect({ step, status: answered.status }).not.toMatchObject({ status: expect.toSatisfy(isFailure) as number })
    expect(answered.cpu / usual).toBeLessThan(TIMES)
    expect(answered.megabytes).toBeLessThan(MEGABYTES)
  },
)

/** No answer within the time that is waited for, or a failure of the service. */
function isFailure(status: number): boolean {
  return status === 0 || status >= 500
}
