import { everythingIn, type Fact } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'
import { usageOf } from './usage.ts'

/** Facts that nothing asks for. Of a chain of derived facts only the last is reported: removing it frees the others. */
export const unusedFact = lint({ 'unused-fact': 'hint' }, function* ({ plan, places }) {
  const { facts: used } = usageOf(plan)
  const unused = [...plan.facts.values()].filter((fact) => !used.has(fact) && !namesRecords(fact))
  const named = new Set(unused.flatMap((fact) => (fact.kind === 'derived' ? factsIn(fact) : [])))
  const usedEntries = new Set([...used].map((fact) => authoredName(fact, plan.facts)))
  const reported = new Set<string>()
  for (const fact of unused) {
    const entry = authoredName(fact, plan.facts)
    if (fact.pack !== plan.pack.id || named.has(fact) || usedEntries.has(entry) || reported.has(entry)) continue
    reported.add(entry)
    yield {
      code: 'unused-fact',
      about: entry,
      place: places.named('fact', entry),
      message: {
        zh: `没有要求、核对、统计表或情况表用到事实“${entry}”（${fact.label.zh}）。请用上它，或删去。`,
        en: `No requirement, check, statistics form or register uses the fact "${entry}" (${fact.label.en}). Use it or remove it.`,
      },
    }
  }
})

/** Ids and keys name records, whether or not a rule asks for them. */
function namesRecords(fact: Fact): boolean {
  return fact.kind === 'given' && (fact.isKey || fact.scope.id === fact)
}

function factsIn({ formula }: Extract<Fact, { kind: 'derived' }>): Fact[] {
  return [...everythingIn([formula])].flatMap((node) => (node.kind === 'fact' ? [node.fact] : []))
}

const PARTS = /\.(value|attestedOn|attestedBy|evidenceRef)$/

/** The name that the author wrote: an attestation is one entry and four facts. */
function authoredName({ name }: Fact, facts: ReadonlyMap<string, Fact>): string {
  const whole = name.replace(PARTS, '')
  return whole !== name && facts.has(`${whole}.evidenceRef`) && facts.has(`${whole}.attestedBy`) ? whole : name
}
