import type { PackSource } from '@tiaoli/engine'
import fc from 'fast-check'
import { dated, GIVEN as TOY, requirement, toyPack, words } from '../../support/toy-pack.ts'
import {
  GIVEN,
  OF_COOK,
  OF_KITCHEN,
  OF_KITCHEN_GIVEN,
  OF_KITCHEN_YEAR,
  OF_SUPPLIER,
  OF_YEAR,
  type Vocabulary,
} from './catalogue.ts'
import { conditionOver, day, rate, type Json } from './condition.ts'

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((found): Json => (found === undefined ? {} : { [key]: found }))

const ofCook = conditionOver(OF_COOK, 1)
const ofYear = conditionOver(OF_YEAR, 1)
const ofKitchenGiven = conditionOver(OF_KITCHEN_GIVEN, 1)
const where = optional('where', ofCook)

const amount: fc.Arbitrary<Json> = fc.oneof(
  where.map((asked) => ({ count: 'cook', ...asked })),
  where.map((asked) => ({ sum: 'cook.hours', ...asked })),
  where.map((asked) => ({ greatest: 'cook.hours', ...asked })),
  where.map((asked) => ({ least: 'cook.hours', ...asked })),
  optional('where', ofYear).map((asked) => ({ sum: 'year.days', ...asked })),
  optional('where', ofYear).map((asked) => ({ count: 'year', ...asked })),
  oneOf<Json>(
    { subtract: ['kitchen.rooms', 'kitchen.tables'] },
    { add: ['kitchen.stoves', 'kitchen.tables', 1] },
    { least: ['kitchen.stoves', 'kitchen.rooms'] },
    { greatest: ['kitchen.rooms', 'parameters.limit'] },
    { daysBetween: ['kitchen.openedOn', 'kitchen.cleanedOn'] },
    { daysBetween: ['kitchen.openedOn', 'asOf'] },
  ),
)

const dayFormula: fc.Arbitrary<Json> = oneOf<Json>(
  { date: 'kitchen.openedOn', plusMonths: 1 },
  { date: 'kitchen.openedOn', plusDays: 'kitchen.tables' },
  { date: 'kitchen.cleanedOn', plusMonths: 'parameters.limit' },
  { date: { greatest: ['kitchen.openedOn', '2019-02-01'] }, plusYears: 1 },
  { greatest: ['kitchen.openedOn', 'kitchen.cleanedOn'] },
  { least: 'cook.since' },
)

const derived = fc.record({
  'kitchen.amount': amount,
  'kitchen.other': amount,
  'kitchen.tax': fc.record({
    multiply: fc.tuple(oneOf('kitchen.rent'), oneOf('kitchen.fee', 'parameters.rate')),
    round: oneOf('down', 'up', 'half-up'),
  }),
  'kitchen.day': dayFormula,
  'kitchen.flag': fc.oneof<fc.Arbitrary<Json>[]>(
    where.map((asked) => ({ some: 'cook', ...asked })),
    fc.tuple(where, ofCook).map(([asked, holds]) => ({ every: 'cook', ...asked, holds })),
  ),
  'kitchen.named': fc.record({ when: conditionOver(OF_KITCHEN_GIVEN, 2) }),
  'supplier.kitchens': optional('where', ofKitchenGiven).map((asked) => ({ count: 'kitchen', ...asked })),
  'supplier.any': optional('where', ofKitchenGiven).map((asked) => ({ some: 'kitchen', ...asked })),
  'supplier.good': fc.record({ when: conditionOver({ ...OF_SUPPLIER, integers: ['supplier.score'], flags: [] }, 1) }),
})

const bounds: fc.Arbitrary<Json> = oneOf<Json>(
  {},
  { 'kitchen.seats': { ...TOY['kitchen.seats'], max: 6 } },
  { 'kitchen.seats': { ...TOY['kitchen.seats'], max: { add: ['kitchen.tables', 'kitchen.rooms'] } } },
  { 'kitchen.rooms': { ...GIVEN['kitchen.rooms'], min: 'kitchen.tables', max: 5 } },
  { 'kitchen.rooms': { ...GIVEN['kitchen.rooms'], equals: { add: ['kitchen.tables', 'kitchen.stoves'] } } },
)

const checks = fc.array(
  fc.oneof(
    fc.record({ scope: oneOf('kitchen'), holds: ofKitchenGiven, taints: oneOf(['kitchen.tables', 'kitchen.gas']) }),
    fc.record({ scope: oneOf('cook'), holds: ofCook, taints: oneOf(['cook.hours'], ['cook.since', 'cook.trained']) }),
    fc.record({ scope: oneOf('kitchen'), unique: oneOf('kitchen.owner'), taints: oneOf(['kitchen.owner']) }),
  ),
  { maxLength: 1 },
)

const epochs = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value.map((only) => [dated(only)]),
    fc.tuple(value, day, value).map(([before, from, after]) => [dated(before, undefined, from), dated(after, from)]),
    fc.constant([]), // left open by the text
  )
const parameter = (type: string, values: unknown) => ({ type, label: words('参数', 'parameter'), values })
const NUMBER = fc.integer({ min: 0, max: 4 })
const parameters = fc.record({ limit: epochs(NUMBER), rate: epochs(rate), strict: epochs(fc.boolean()) })

function requirementOf(
  subject: string,
  vocabulary: Vocabulary,
  recurs: boolean,
): fc.Arbitrary<Json & { unless: Json[] }> {
  const condition = conditionOver(vocabulary)
  const ofKitchen = subject === 'kitchen'
  const dates = oneOf<unknown>('kitchen.openedOn', 'kitchen.day', { date: 'kitchen.openedOn', plusMonths: 2 })
  const due = recurs ? oneOf<unknown>({ date: 'period.end', plusMonths: 1 }, 'period.end') : dates
  const exception = fc.record({ when: condition, status: oneOf('exempted', 'pending', 'review') })
  return fc
    .record({
      applies: optional('applies', condition),
      requires: fc.record({ requires: condition }),
      due: ofKitchen
        ? optional('due', due).chain((found) =>
            'due' in found
              ? optional('achievedOn', oneOf('kitchen.cleanedOn')).map((on) => ({ ...found, ...on }))
              : fc.constant(found),
          )
        : fc.constant({}),
      effective: optional('effective', fc.record({ from: day })),
      at: ofKitchen ? optional('at', oneOf('kitchen.cleanedOn', 'kitchen.openedOn')) : fc.constant({}),
      unless: fc.array(exception, { maxLength: 2 }),
    })
    .map(({ unless, ...parts }) => ({
      subject,
      ...Object.assign({}, ...Object.values(parts)),
      ...(recurs ? { recurs: { every: 'year', from: 2018 } } : {}),
      unless,
    }))
}

const requirements = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: requirementOf('kitchen', OF_KITCHEN, false) },
    { weight: 2, arbitrary: requirementOf('kitchen', OF_KITCHEN_YEAR, true) },
    { weight: 1, arbitrary: requirementOf('supplier', OF_SUPPLIER, false) },
  ),
  { minLength: 1, maxLength: 4 },
)

/** What is random of a pack: conditions, formulas, bounds, checks, parameters and requirements. */
export const drafts = fc.record({ derived, bounds, checks, parameters, other: NUMBER, requirements })
export type Draft = typeof drafts extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** A pack that is to be: a draft, or one with more of everything. */
interface Plans extends Pick<Draft, 'bounds' | 'parameters' | 'other' | 'requirements'> {
  derived: Record<string, Json>
  checks: Json[]
  scopes?: Json
}

/** The whole pack, over facts of every type. */
export function packOf(draft: Plans): PackSource {
  const { limit, rate: rates, strict } = draft.parameters
  return toyPack({
    ...(draft.scopes && { scopes: draft.scopes }),
    given: { ...GIVEN, ...draft.bounds },
    derived: Object.fromEntries(
      Object.entries(draft.derived).map(([name, formula]) => [
        name,
        { label: words('计算值', 'computed'), ...formula },
      ]),
    ),
    checks: draft.checks.map((check, i) => ({
      id: `check-${i}`,
      text: ofParameters('应一致', 'must agree'),
      ...check,
    })),
    parameters: {
      limit: { ...parameter('integer', limit), question: ofParameters('几个？', 'How many?') },
      rate: parameter('rate', rates),
      strict: parameter('boolean', strict),
    },
    profiles: [{ id: 'other', label: words('另一', 'other'), parameters: { limit: [dated(draft.other)] } }],
    requirements: draft.requirements.map((item, i) =>
      requirement({
        id: `rule-${i}`,
        title: ofParameters('要求', 'Rule'),
        problem: ofRecord('问题', 'problem', item),
        remedy: ofRecord('整改', 'remedy', item),
        ...item,
        unless: item.unless.map((exception, j) => exceptionOf(exception, j, item)),
      }),
    ),
  })
}

const exceptionOf = (exception: Json, i: number, item: Json) => ({
  id: `exception-${i}`,
  text: ofRecord('例外', 'exception', item),
  ...exception,
})

/** A text that shows parameters. */
function ofParameters(zh: string, en: string): Json {
  return words(`${zh}{parameters.limit}，{parameters.rate}`, `${en} {parameters.rate}, {parameters.limit}`)
}

/** Facts of every type, by the records from which texts show them. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  kitchen: ['kitchen.id', 'kitchen.rooms', 'kitchen.rent', 'kitchen.amount', 'kitchen.cleanedOn', 'kitchen.flag'],
  supplier: ['supplier.score', 'supplier.kitchens'],
}

/** A text that shows whatever a requirement can name. */
function ofRecord(zh: string, en: string, { subject, recurs, due }: Json): Json {
  const facts = SHOWN[String(subject)] ?? []
  const names = ['asOf', 'parameters.limit', ...facts, ...(recurs ? ['period.year'] : []), ...(due ? ['due'] : [])]
  const shown = names.map((name) => `{${name}}`).join(' ')
  return words(`${zh}${shown}`, `${en} ${shown}`)
}

/** How a report is asked for: the date, the profile, and parameters set or left open. */
export const options = fc
  .record({
    asOf: fc.oneof(day, oneOf('2018-06-15', '2019-02-15', '2019-12-31', '2021-01-01')),
    profile: optional('profile', oneOf('other')),
    parameters: optional('parameters', oneOf<Json>({ limit: null }, { limit: 2 }, { strict: true, rate: null })),
  })
  .map(({ asOf, profile, parameters: set }) => ({ asOf, ...profile, ...set }))
