import type { Condition, DerivedFact, PartName, RequirementEntry } from '@tiaoli/engine/plan'
import { mutation, within, type Mutation } from './mutation.ts'
import { conditionMutations } from './condition-mutations.ts'
import { formulaMutations, operandMutations } from './formula-mutations.ts'
import { neighbours } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** Holds whenever it is asked: every question has a date. */
const ALWAYS: Condition = { fact: 'asOf', operator: 'notEqual', value: null }

const DAY = { type: 'date', values: undefined } as const

/** Every mutation of one place in a requirement that can change a finding. */
export function requirementMutations(entry: RequirementEntry, names: ValueDomains): Mutation[] {
  const { notes = [], figures = {} } = entry
  return [
    ...Object.values(PART_MUTATIONS).flatMap((mutationsOf) => mutationsOf(entry, names)),
    ...notes.flatMap(({ id, when }, i) =>
      within(
        ['notes', id],
        ['notes', i],
        [
          mutation('dropped', undefined),
          mutation('always', ALWAYS, ['when']),
          ...within(['when'], ['when'], conditionMutations(when, names)),
        ],
      ),
    ),
    ...Object.entries(figures).flatMap(([name, figure]) =>
      within(['figures', name], ['figures', name], figureMutations(figure, names)),
    ),
  ]
}

type MutationsOf = (entry: RequirementEntry, names: ValueDomains) => Mutation[]

/** Typed, so that a part that the decision table gains is not missed. */
const PART_MUTATIONS: Record<PartName | 'at', MutationsOf> = {
  applies: ({ applies }, names) => optionalPartMutations('applies', applies, (part) => conditionMutations(part, names)),
  requires: ({ requires }, names) =>
    requires ? within(['requires'], ['requires'], conditionMutations(requires, names)) : [],
  due: ({ due }, names) => optionalPartMutations('due', due, (part) => operandMutations(part, names)),
  achievedOn: ({ achievedOn }, names) =>
    optionalPartMutations('achievedOn', achievedOn, (part) => operandMutations(part, names)),
  at: ({ at }, names) => optionalPartMutations('at', at, (part) => operandMutations(part, names)),
  inForce: ({ effective, recurs }, names) => [
    ...within(
      ['effective'],
      ['effective'],
      (['from', 'to'] as const).flatMap((end) =>
        optionalPartMutations(end, effective?.[end], (day) =>
          neighbours(day, DAY).map((next) => mutation(`value:${next}`, next)),
        ),
      ),
    ),
    ...within(['recurs', 'from'], ['recurs', 'from'], recurs ? operandMutations(recurs.from, names) : []),
  ],
  unless: ({ unless = [] }, names) => [
    ...unless.flatMap((exception, i) =>
      within(['unless', exception.id], ['unless', i], exceptionMutations(exception, names)),
    ),
    ...orderMutations(unless),
  ],
  horizon: ({ duty }) => (duty === 'once' ? within(['duty'], ['duty'], [mutation('standing', 'standing')]) : []),
}

/** A part that may be left out: without it, and with changes inside it. */
function optionalPartMutations<T>(key: string, part: T | undefined, inside: (part: T) => Mutation[]): Mutation[] {
  return part === undefined ? [] : within([key], [key], [mutation('dropped', undefined), ...inside(part)])
}

type Exception = NonNullable<RequirementEntry['unless']>[number]

const OTHER_STATUS = { exempted: 'review', review: 'pending', pending: 'exempted' } as const

function exceptionMutations({ status, when, on }: Exception, names: ValueDomains): Mutation[] {
  const other = OTHER_STATUS[status]
  return [
    mutation('dropped', undefined),
    mutation(`status:${other}`, other, ['status']),
    ...within(['when'], ['when'], conditionMutations(when, names)),
    ...optionalPartMutations('on', on, (operand) => operandMutations(operand, names)),
  ]
}

/** Neighbours in the other order, where it matters: of two that give one status, either may come first. */
function orderMutations(unless: readonly Exception[]): Mutation[] {
  return unless.flatMap((exception, i) => {
    const next = unless[i + 1]
    if (!next || next.status === exception.status) return []
    return [
      {
        at: ['unless', exception.id],
        how: `after:${next.id}`,
        edits: [{ path: ['unless'], value: [...unless.slice(0, i), next, exception, ...unless.slice(i + 2)] }],
      },
    ]
  })
}

function figureMutations(figure: string | DerivedFact, names: ValueDomains): Mutation[] {
  return [mutation('dropped', undefined), ...(typeof figure === 'string' ? [] : formulaMutations(figure, names))]
}
