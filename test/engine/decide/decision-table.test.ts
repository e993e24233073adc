import { compile } from '@tiaoli/engine'
import { contextFor, decide, Evaluation, outcomesIn, pathTo, readOptions, type Answer } from '@tiaoli/engine/runtime'
import { describe, expect, it } from 'vitest'
import { PART_NAMES } from '@tiaoli/engine/plan'
import { OUTCOMES, type Outcome } from '../../../packages/engine/src/decide/outcome.ts'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'

const exception = (id: string, status: string) => ({
  id,
  text: words(id),
  status,
  when: { condition: 'kitchen.licensed' },
})

/** A requirement with every part, and a calculation. */
const { plan } = compile(
  toyPack({
    document: { horizon: { to: '2018-12-31', text: words('规划期已届满') } },
    requirements: [
      requirement({
        id: 'whole',
        duty: 'once',
        effective: { from: '2018-01-01' },
        applies: { condition: 'kitchen.licensed' },
        requires: { condition: 'kitchen.licensed' },
        due: 'kitchen.openedOn',
        achievedOn: 'kitchen.cleanedOn',
        unless: [exception('asked', 'pending'), exception('strange', 'review'), exception('excused', 'exempted')],
      }),
      requirement({
        id: 'calculation',
        applies: { condition: 'kitchen.licensed' },
        figures: { seats: 'kitchen.seats' },
      }),
    ],
  }),
)
const [whole, calculation] = new Evaluation(
  { plan },
  { kitchens: [{ id: 'K1', seats: 3 }] },
  readOptions(plan, { asOf: '2019-01-01' }),
).tasks()

/** Decides a requirement by given answers, one to each step; what is not answered is unknown. */
function decided({ requirement: asked, record, base }: NonNullable<typeof whole>, given: readonly Answer[]) {
  const answers: Answer[] = []
  const set = decide(
    asked,
    record,
    contextFor(asked, record, base),
    (step) => given.find((answer) => answer.step === step)?.truth,
    answers,
  )
  return { outcomes: outcomesIn(set), answers }
}

describe('the steps of a decision', () => {
  const { steps, decision } = whole!.requirement

  it('are every part that there can be', () => {
    expect(new Set(steps.map(({ part }) => part))).toEqual(new Set(PART_NAMES))
  })

  it('are the parts of the requirement, in the order in which they are asked', () => {
    expect(steps.map(({ part, exception: own }) => own?.entry.id ?? part)).toEqual([
      'inForce',
      'applies',
      'requires',
      'achievedOn',
      'asked',
      'strange',
      'excused',
      'horizon',
      'due',
    ])
  })

  it('are all asked where every answer is unknown, and every outcome is then possible', () => {
    const { outcomes, answers } = decided(whole!, [])
    expect(answers.map(({ step }) => step)).toEqual(steps)
    expect(outcomes).toEqual(Object.keys(OUTCOMES).filter((name) => name !== 'calculated'))
  })

  it.each(['met', 'met_late', 'not_met', 'pending', 'exempted', 'review', 'not_applicable'] as const)(
    'lead to %s, and nothing else is asked on the way there',
    (outcome) => {
      const path = pathTo(OUTCOMES[outcome], decision)!
      expect(decided(whole!, path)).toEqual({ outcomes: [outcome], answers: path })
    },
  )

  it('begin with those that the requirement has, and a calculation ends with figures', () => {
    const own = calculation!.requirement
    expect(own.steps.map(({ part }) => part)).toEqual(['applies'])
    const path = pathTo(OUTCOMES.calculated, own.decision)!
    expect(decided(calculation!, path)).toEqual({ outcomes: ['calculated'], answers: path })
  })

  it('lead both ways where one answer is unknown: each outcome of either is possible', () => {
    const outcomesOf = (given: readonly Answer[]) => new Set<Outcome>(decided(whole!, given).outcomes)
    for (const [i, step] of steps.entries()) {
      const others = steps.filter((_, j) => j !== i).map((other, j) => ({ step: other, truth: j % 2 === 0 }))
      const either = [true, false].flatMap((truth) => [...outcomesOf([...others, { step, truth }])])
      const open = outcomesOf(others)
      for (const outcome of either) expect(open).toContain(outcome)
    }
  })
})
