import {
  compile,
  type EvaluateOptions,
  type Finding,
  type Language,
  type Policy,
  type Report,
  type Verdict,
} from '@tiaoli/engine'
import type { Detail } from '@tiaoli/engine/plan'
import type { InLanguage } from '@tiaoli/engine/plan'
import type { InBothLanguages } from '@tiaoli/engine/runtime'
import { compileReference } from '@tiaoli/json-rules-engine'
import { expect, expectTypeOf, it } from 'vitest'
import { AS_OF, toyPack } from '../support/toy-pack.ts'

const policy = compile(toyPack())
const ledger = { kitchens: [{ licensed: true }] }

/** Findings under options of a type, as that type tells them. */
const listed = <D extends Detail = 'findings'>(options: InBothLanguages<D>) => policy.evaluate(ledger, options).findings

it('the type of a report tells what it holds, as far as the type of the options does', () => {
  expectTypeOf(listed({ asOf: AS_OF })).toEqualTypeOf<readonly Finding[]>()
  expectTypeOf(listed({ asOf: AS_OF, detail: 'findings' })).toEqualTypeOf<readonly Finding[]>()
  expectTypeOf(listed({ asOf: AS_OF, detail: 'trace' })).toEqualTypeOf<readonly Finding[]>()
  expectTypeOf(listed({ asOf: AS_OF, detail: 'verdicts' })).toEqualTypeOf<readonly Verdict[]>()
  const open: Omit<EvaluateOptions, 'language'> = { asOf: AS_OF, detail: 'verdicts' }
  expectTypeOf(listed(open)).toEqualTypeOf<readonly (Verdict | Finding)[]>()
  expect(listed(open)[0]).not.toHaveProperty('reasons')
  const maybe: { asOf: string; detail?: 'verdicts' } = { asOf: AS_OF }
  expectTypeOf(listed(maybe)).toEqualTypeOf<readonly Verdict[]>() // which a finding is too
  const wide: { asOf: string; detail: Detail } = { asOf: AS_OF, detail: 'trace' }
  expectTypeOf(listed(wide)).toEqualTypeOf<readonly (Verdict | Finding)[]>()
})

it('a wrapper that takes options passes them on, and its report is any report', () => {
  const wrapper = (rules: Policy, input: unknown, options: EvaluateOptions) => rules.evaluate(input, options)
  const options: EvaluateOptions = { asOf: AS_OF, language: 'zh' }
  const report: Report = policy.evaluate(ledger, options)
  expectTypeOf(wrapper(policy, ledger, { asOf: AS_OF })).toEqualTypeOf<Report>()
  expect(wrapper(policy, ledger, options)).toEqual(report)
  const bilingual: Report<'findings'> = policy.evaluate(ledger, { asOf: AS_OF })
  const any: Report = bilingual
  expect(any.findings).toHaveLength(1)
})

it('a language that may be left out leaves both open', () => {
  const maybe: { asOf: string; language?: Language } = { asOf: AS_OF }
  expectTypeOf(policy.evaluate(ledger, maybe).findings).toEqualTypeOf<readonly (Finding | InLanguage<Finding>)[]>()
  expect(policy.evaluate(ledger, maybe).findings[0]!.title).toHaveProperty('en')
})

it('a misspelt option is found when it is compiled, and when it is run', () => {
  // @ts-expect-error there is no option of that name
  expect(() => policy.evaluate(ledger, { asOf: AS_OF, parameter: { limit: 5 } })).toThrow('Did you mean "parameters"?')
})

it('exact verdicts mean nothing, and are refused', () => {
  expect(() => policy.evaluate(ledger, { asOf: AS_OF, detail: 'verdicts', exact: true })).toThrow('exact needs')
})

it('the reference runtime tells the same', async () => {
  const reference = compileReference(policy)
  const open: Omit<EvaluateOptions, 'language'> = { asOf: AS_OF, detail: 'verdicts' }
  const { findings } = await reference.evaluate(ledger, open)
  expectTypeOf(findings).toEqualTypeOf<readonly (Verdict | Finding)[]>()
  expect(findings).toEqual(listed(open))
})

it('a report in one language has strings for texts, and its type says so', async () => {
  const both = policy.evaluate(ledger, { asOf: AS_OF, detail: 'trace' })
  const chinese = policy.evaluate(ledger, { asOf: AS_OF, detail: 'trace', language: 'zh' })
  expectTypeOf(chinese.findings).toEqualTypeOf<readonly InLanguage<Finding>[]>()
  expectTypeOf(chinese.findings[0]!.title).toEqualTypeOf<string>()
  const open: EvaluateOptions = { asOf: AS_OF }
  expectTypeOf(policy.evaluate(ledger, open).findings).toEqualTypeOf<
    readonly (Verdict | Finding | InLanguage<Finding>)[]
  >()
  expect(chinese.findings[0]).toMatchObject({
    title: both.findings[0]!.title.zh,
    dutyBearer: { id: 'owner', label: '经营者' },
    reasons: both.findings[0]!.reasons.map(({ text }) => ({ text: text.zh })),
  })
  expect(chinese.receipt).toEqual(both.receipt)
  expect(JSON.stringify(chinese)).not.toMatch(/"(zh|en)":/)
  const reference = await compileReference(policy).evaluate(ledger, { asOf: AS_OF, detail: 'trace', language: 'zh' })
  expect(reference).toEqual(chinese)
})

it('what findings share in one language stays shared, and frozen', () => {
  const { findings } = policy.evaluate({ kitchens: [{}, {}] }, { asOf: AS_OF, language: 'en' })
  const [first, second] = findings
  expect(first!.citations[0]).toBe(second!.citations[0])
  expect(first!.citations[0]).toBeTypeOf('object')
  expect(Object.isFrozen(first!.citations[0])).toBe(true)
})
