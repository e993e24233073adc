import type { Plan } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'
import { camelCase } from '../scaffold/add-definition.ts'
import { inOwnLanguages } from '../scaffold/in-own-languages.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { inOwnWords, ownText } from './entered-document.ts'
import { forceOf, type Cited, type Ground } from './ground.ts'
import { casesFor } from './new-cases.ts'

/** A requirement by what is asked of each record: whether it is done, on which day, or how many. */
export interface AskedRequirement {
  title: string
  /** Its file: `requirements/charter.json`. */
  file: string
  subject: string
  dutyBearer: string
  /** A requirement that concerns the same records; all records of the scope where left out. */
  like: string | undefined
  /** `least` is 1 or more. */
  asks: { done: true } | { day: true } | { least: number }
  /** The first day on which it holds, `YYYY-MM-DD`. */
  from: string
  /** The last day, `YYYY-MM-DD`; none where left out. */
  due: string | undefined
  problem: string
  remedy: string
}

/**
 * Adds a requirement on a clause, with the fact that it asks for and cases of the pack in which it is met, not met and
 * unknown. Their ledgers are made of cases that the pack has, or of nothing but the record: of no ledger of anybody’s.
 */
export function newRequirement(
  pack: LoadedPack,
  asked: AskedRequirement,
  ground: Ground,
  { cites: { clauses } }: Cited,
  cases: Plan['cases'],
): Insertion[] {
  const { plan } = pack
  const [clause] = clauses ?? []
  if (clause === undefined) throw new ScaffoldError('needs-clause', '')
  const id = freeId(plan, clause.replaceAll(/[/.]/g, '-'))
  const fact = `${asked.subject}.${camelCase(id)}`
  const parameter = `${camelCase(id)}Least`
  const title = ownText(plan, asked.title)
  const like = plan.requirements.find((one) => one.id === asked.like)
  const { due, problem, remedy } = asked
  const requirement = {
    id,
    title,
    clauses: [clause],
    force: forceOf(pack, ground),
    subject: asked.subject,
    dutyBearer: asked.dutyBearer,
    effective: { from: asked.from },
    ...(like?.entry.applies && { applies: like.entry.applies }),
    requires: conditionOn(fact, parameter, asked),
    ...(due !== undefined && { due }),
    ...('day' in asked.asks && { achievedOn: fact }),
    problem: ownText(
      plan,
      problem || inOwnWords(plan, { zh: `未做到：${asked.title}。`, en: `Not done: ${asked.title}.` }),
    ),
    ...(remedy !== '' && { remedy: ownText(plan, remedy) }),
  }
  return [
    { file: 'facts.json', path: ['given', fact], value: inOwnLanguages(plan, factFor(plan, asked)) },
    ...('least' in asked.asks
      ? [{ file: 'parameters.json', path: ['parameters', parameter], value: leastFor(plan, asked, asked.asks, clause) }]
      : []),
    { file: asked.file, path: ['requirements'], append: true, value: inOwnLanguages(plan, requirement) },
    casesFor(plan, asked, { id, fact }, like, cases),
  ]
}

function conditionOn(fact: string, parameter: string, { asks }: AskedRequirement): object {
  if ('done' in asks) return { condition: fact }
  if ('day' in asks) return { fact, operator: 'notEqual', value: null }
  return { fact, operator: 'greaterThanInclusive', value: { fact: `parameters.${parameter}` } }
}

function factFor(plan: Plan, { title, asks }: AskedRequirement): object {
  const words = (zh: string, en: string) => ownText(plan, inOwnWords(plan, { zh, en }))
  if ('done' in asks) return { type: 'boolean', label: words(`是否做到：${title}`, `whether this is done: ${title}`) }
  if ('day' in asks)
    return { type: 'date', label: words(`${title}的日期`, `day of: ${title}`), none: words('尚未做到', 'not yet done') }
  return { type: 'integer', label: words(`${title}的数量`, `number of: ${title}`), min: 0 }
}

function leastFor(plan: Plan, { title }: AskedRequirement, { least }: { least: number }, clause: string): object {
  const label = ownText(plan, inOwnWords(plan, { zh: `${title}的最低数量`, en: `least number of: ${title}` }))
  return inOwnLanguages(plan, { label, type: 'integer', min: 1, values: [{ value: least, clauses: [clause] }] })
}

function freeId({ requirements }: Plan, wanted: string): string {
  let id = wanted
  for (let i = 2; requirements.some((one) => one.id === id); i++) id = `${wanted}-${i}`
  return id
}
