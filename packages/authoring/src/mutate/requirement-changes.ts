import type { Condition, DerivedFact, RequirementEntry } from '@tiaoli/engine/plan'
import { change, within, type Change } from './change.ts'
import { conditionChanges } from './condition-changes.ts'
import { formulaChanges, operandChanges } from './formula-changes.ts'
import { neighbours } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** Holds whenever it is asked: every question has a date. */
const ALWAYS: Condition = { fact: 'asOf', operator: 'notEqual', value: null }

const DAY = { type: 'date', values: undefined } as const

/** Every change of one place in a requirement that can change a finding. */
export function requirementChanges(entry: RequirementEntry, names: ValueDomains): Change[] {
  const { applies, requires, due, achievedOn, at, effective, recurs, unless = [], notes = [], figures = {} } = entry
  return [
    ...optionalPartChanges('applies', applies, (condition) => conditionChanges(condition, names)),
    ...(requires ? within(['requires'], ['requires'], conditionChanges(requires, names)) : []),
    ...optionalPartChanges('due', due, (operand) => operandChanges(operand, names)),
    ...optionalPartChanges('achievedOn', achievedOn, (operand) => operandChanges(operand, names)),
    ...optionalPartChanges('at', at, (operand) => operandChanges(operand, names)),
    ...within(
      ['effective'],
      ['effective'],
      (['from', 'to'] as const).flatMap((end) =>
        optionalPartChanges(end, effective?.[end], (day) =>
          neighbours(day, DAY).map((next) => change(`value:${next}`, next)),
        ),
      ),
    ),
    ...within(['recurs', 'from'], ['recurs', 'from'], recurs ? operandChanges(recurs.from, names) : []),
    ...unless.flatMap((exception, i) =>
      within(['unless', exception.id], ['unless', i], exceptionChanges(exception, names)),
    ),
    ...orderChanges(unless),
    ...notes.flatMap(({ id, when }, i) =>
      within(
        ['notes', id],
        ['notes', i],
        [
          change('dropped', undefined),
          change('always', ALWAYS, ['when']),
          ...within(['when'], ['when'], conditionChanges(when, names)),
        ],
      ),
    ),
    ...Object.entries(figures).flatMap(([name, figure]) =>
      within(['figures', name], ['figures', name], figureChanges(figure, names)),
    ),
  ]
}

/** A part that may be left out: without it, and with changes inside it. */
function optionalPartChanges<T>(key: string, part: T | undefined, inside: (part: T) => Change[]): Change[] {
  return part === undefined ? [] : within([key], [key], [change('dropped', undefined), ...inside(part)])
}

type Exception = NonNullable<RequirementEntry['unless']>[number]

const OTHER_STATUS = { exempted: 'review', review: 'pending', pending: 'exempted' } as const

function exceptionChanges({ status, when, on }: Exception, names: ValueDomains): Change[] {
  const other = OTHER_STATUS[status]
  return [
    change('dropped', undefined),
    change(`status:${other}`, other, ['status']),
    ...within(['when'], ['when'], conditionChanges(when, names)),
    ...optionalPartChanges('on', on, (operand) => operandChanges(operand, names)),
  ]
}

/** Neighbours in the other order, where it matters: of two that give one status, either may come first. */
function orderChanges(unless: readonly Exception[]): Change[] {
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

function figureChanges(figure: string | DerivedFact, names: ValueDomains): Change[] {
  return [change('dropped', undefined), ...(typeof figure === 'string' ? [] : formulaChanges(figure, names))]
}
