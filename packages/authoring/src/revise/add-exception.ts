import { pathOf, type RequirementEntry } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'
import { camelCase } from '../scaffold/add-definition.ts'
import { inOwnLanguages } from '../scaffold/in-own-languages.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { ownText } from './entered-document.ts'
import type { Cited } from './ground.ts'

type Exception = NonNullable<RequirementEntry['unless']>[number]

/** Where a requirement is not to be met, or not yet. */
export interface NewException {
  requirement: string
  /** How it reads in a finding. */
  text: string
  status: Exception['status']
  /** When it holds: where a yes-or-no fact is so, where a new question is answered yes, or before a day. */
  when: { fact: string } | { question: string } | { before: string }
}

export function addException(pack: LoadedPack, added: NewException, { cites }: Cited): Insertion[] {
  const { plan, places } = pack
  const requirement = plan.requirements.find(({ id }) => id === added.requirement)
  if (!requirement || requirement.pack !== plan.pack.id) throw new ScaffoldError('no-requirement', added.requirement)
  const number = freeNumber(pack, requirement.id)
  const { when, entries } = conditionOf(pack, added, `${requirement.subject.name}.${camelCase(requirement.id)}`, number)
  const { file, pointer } = places.within('requirement', requirement.id, 'unless')
  const exception = {
    id: `exception-${number}`,
    text: ownText(plan, added.text),
    ...(cites.clauses && { clauses: cites.clauses }),
    status: added.status,
    when,
  }
  return [...entries, { file, path: pathOf(pointer), append: true, value: inOwnLanguages(plan, exception) }]
}

function conditionOf({ plan }: LoadedPack, { when }: NewException, name: string, number: number) {
  if ('fact' in when) return { when: { condition: when.fact }, entries: [] }
  if ('before' in when) return { when: { fact: 'asOf', operator: 'lessThan', value: when.before }, entries: [] }
  const fact = `${name}Exception${number}`
  const value = inOwnLanguages(plan, { type: 'boolean', label: ownText(plan, when.question) })
  return { when: { condition: fact }, entries: [{ file: 'facts.json', path: ['given', fact], value }] }
}

function freeNumber({ plan }: LoadedPack, requirement: string): number {
  const ids = new Set(plan.requirements.find(({ id }) => id === requirement)?.unless.map(({ entry }) => entry.id))
  let number = 1
  while (ids.has(`exception-${number}`)) number++
  return number
}
