import type { Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { clauseEncodings, type Citer } from '../encoding/clause-encodings.ts'

/** A part of a pack that rests on clauses, with those of them that are asked about. */
interface Resting {
  readonly id: string
  readonly clauses: readonly string[]
}

/** Everything of a pack that rests on some clauses. */
export interface RestingParts {
  readonly requirements: readonly (Resting & { readonly title: Text; readonly ways: readonly Citer['way'][] })[]
  /** The values of parameters and profiles. */
  readonly parameters: readonly (Resting & { readonly label: Text })[]
  /** Texts that are shown because of a clause: of exceptions, notes, and of the end of a plan. */
  readonly texts: readonly (Resting & { readonly kind: 'exception' | 'note' | 'horizon'; readonly text: Text })[]
  /** Cases that expect something of one of the requirements. */
  readonly cases: readonly { readonly id: string; readonly file: string; readonly requirements: readonly string[] }[]
}

/** What of a pack, and of the packs it uses, rests on clauses, by their references. */
export function restsOn(plan: Plan, clauses: ReadonlySet<string>): RestingParts {
  const among = (cited: readonly string[] | undefined) => (cited ?? []).filter((clause) => clauses.has(clause))
  const encodings = clauseEncodings({ plan })
  const requirements = plan.requirements.flatMap(({ id, title }) => {
    const citing = [...clauses].flatMap((clause) =>
      (encodings.get(clause)?.citers ?? []).flatMap((citer) =>
        citer.requirement === id ? [{ clause, way: citer.way }] : [],
      ),
    )
    if (citing.length === 0) return []
    const ways = [...new Set(citing.map(({ way }) => way))]
    return [
      { id, title: textWithoutRecord(plan, title), clauses: [...new Set(citing.map((item) => item.clause))], ways },
    ]
  })
  const affected = new Set(requirements.map(({ id }) => id))
  return {
    requirements,
    parameters: [...plan.parameters].flatMap(([id, { label, entry }]) => {
      const inProfiles = [...plan.profiles.values()].flatMap((profile) => profile.entry.parameters[id] ?? [])
      const cited = [...new Set([...entry.values, ...inProfiles].flatMap((value) => among(value.clauses)))]
      return cited.length > 0 ? [{ id, label, clauses: cited }] : []
    }),
    texts: [...partTexts(plan), ...horizonTexts(plan)].flatMap(({ cited, ...text }) => {
      const resting = among(cited)
      return resting.length > 0 ? [{ ...text, clauses: resting }] : []
    }),
    cases: plan.cases.flatMap(({ file, case: item }) => {
      const expected = [...new Set(item.expect.map(({ requirement }) => requirement))].filter((id) => affected.has(id))
      return expected.length > 0 ? [{ id: item.id, file, requirements: expected }] : []
    }),
  }
}

interface CitingText {
  kind: RestingParts['texts'][number]['kind']
  id: string
  text: Text
  cited: readonly string[] | undefined
}

function partTexts(plan: Plan): CitingText[] {
  return plan.requirements.flatMap(({ id, unless, notes }) => {
    const of = (kind: 'exception' | 'note') => (part: (typeof unless)[number] | (typeof notes)[number]) => ({
      kind,
      id: `${id}/${part.entry.id}`,
      text: textWithoutRecord(plan, part.text),
      cited: part.entry.clauses,
    })
    return [...unless.map(of('exception')), ...notes.map(of('note'))]
  })
}

function horizonTexts({ documents }: Plan): CitingText[] {
  return [...documents.values()].flatMap(({ id, entry: { horizon } }) =>
    horizon ? [{ kind: 'horizon' as const, id, text: horizon.text, cited: horizon.clauses }] : [],
  )
}
