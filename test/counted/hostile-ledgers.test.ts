import { compile, InputError } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { AS_OF, toyPack, words } from '../support/toy-pack.ts'
import { charactersSearchedBy } from './searched.ts'
import { stepsOf } from './steps.ts'

const MILLION = 1_000_000
/** The least of three counts: V8 now and then counts a block once more, as it optimises. */
function fewestSteps(run: () => void): number {
  return Math.min(...[run, run, run].map((again) => stepsOf(again)))
}

const THOUSAND = 1000

const policy = compile(
  toyPack({
    given: {
      'kitchen.tax': { type: 'rate', label: words('税率', 'tax rate') },
      'kitchen.permit': { type: 'text', label: words('许可文号', 'permit number') },
      'kitchen.grade': { type: 'enum', label: words('等级', 'grade'), values: { good: words('好', 'good') } },
    },
  }),
)

function problemsOf(ledger: unknown): InputError['problems'] {
  try {
    policy.evaluate(ledger, { asOf: AS_OF })
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  throw new Error('the ledger was accepted')
}

const kitchen = (facts: object) => ({ kitchens: [facts] })

describe.each([
  ['an id', (text: string) => kitchen({ id: text })],
  ['a text', (text: string) => kitchen({ permit: text })],
  ['a date', (text: string) => kitchen({ openedOn: text })],
  ['a rate', (text: string) => kitchen({ tax: text })],
  ['a listed value', (text: string) => kitchen({ grade: text })],
  ['a property', (text: string) => kitchen({ [text]: 1 })],
])('%s of a million characters', (_, ledgerWith) => {
  it.each(['x', '1'])(
    '%s takes no more steps than one of a thousand, is searched twice at most, and is not repeated',
    (character) => {
      const short = ledgerWith(character.repeat(THOUSAND))
      const long = ledgerWith(character.repeat(MILLION))
      problemsOf(short) // what is made ready once is not counted
      const steps = fewestSteps(() => problemsOf(short))
      expect(fewestSteps(() => problemsOf(long))).toBeLessThanOrEqual(steps)
      expect(charactersSearchedBy(() => problemsOf(long))).toBeLessThan(2 * MILLION + THOUSAND)
      expect(JSON.stringify(problemsOf(long)).length).toBeLessThan(500)
    },
  )
})

it('a hundred thousand strange properties take no more steps than a thousand', () => {
  const strange = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`property${i}`, i]))
  const few = strange(THOUSAND)
  const many = strange(100 * THOUSAND)
  expect(problemsOf(many)).toHaveLength(100)
  const steps = fewestSteps(() => problemsOf(few))
  expect(fewestSteps(() => problemsOf(many))).toBeLessThanOrEqual(steps)
})
