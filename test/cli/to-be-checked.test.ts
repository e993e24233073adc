import { describe, expect, it } from 'vitest'
import { isToBeChecked } from '@tiaoli/engine/plan'
import { AnsweredLedger } from '../../packages/cli/src/prompts/answered-ledger.ts'
import { statusOfRequirement } from '../../packages/cli/src/render/status-of-requirement.ts'
import { compiledPack, readSample } from '../load-packs.ts'
import { tiaoli } from './tiaoli.ts'

const DAY = '2019-01-01'
const policy = compiledPack('ganzhou-2018-32')

interface Sample {
  readonly counties: readonly { readonly firms: readonly { organization?: object; secretary?: unknown }[] }[]
}
const { counties } = readSample() as Sample
const firm = counties.flatMap(({ firms }) => firms).find(({ organization }) => organization)!
/** Of a firm with a branch and nobody at its head: only what nobody has seen says that somebody has to be. */
const without = { ...firm, secretary: null }

describe('what rests on nothing that anybody has seen is called “to be checked”', () => {
  it('where findings are counted by their requirements, as in each of them', () => {
    const { findings } = policy.evaluate(
      { ...(readSample() as object), counties: [{ firms: [without] }] },
      { asOf: DAY },
    )
    const asked = new Map(policy.plan.requirements.map((requirement) => [requirement.id, requirement]))
    expect(findings.filter(isToBeChecked)).not.toEqual([])
    for (const { requirement, status, statusText } of findings) {
      const { zh } = statusOfRequirement(policy.plan, asked.get(requirement)!, status)
      expect(statusText.zh.startsWith(zh)).toBe(true)
    }
  })

  it('in the counts of a stream', async () => {
    const flags = ['--as-of', DAY, '--records', 'firm', '--lang', 'zh', '--status', 'not_met']
    const { out } = await tiaoli(['evaluate', 'ganzhou-2018-32', '-', ...flags], { input: JSON.stringify(without) })
    expect(out).toMatch(/secretary-in-office +待核 +1\n/)
  })

  it('where an answer settles it', () => {
    const ledger = { counties: [{ id: 'K1', firms: [{ ...firm, years: { 2019: {} } }] }] }
    const asked = { asOf: '2021-02-01', requirements: ['democratic-appraisal'], periods: [2019] }
    const answers = new AnsweredLedger(policy, ledger, asked)
    const question = answers.nextQuestion()!
    expect(question.pointer).toBe('/counties/0/firms/0/years/2019/democraticAppraisalOn')
    expect(answers.answer(question, null)).toMatchObject([{ statusText: { zh: '待核（所依据的文件没有核对过原文）' } }])
  })
})
