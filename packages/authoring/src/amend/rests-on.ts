import type { Text } from '@tiaoli/engine'
import { addTo, textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { clauseEncodings, type Citer } from '../encoding/clause-encodings.ts'

/** A part of a pack that rests on clauses, with those of them that are asked about. */
interface Resting {
  readonly id: string
  readonly clauses: readonly string[]
}

/** Everything of a pack that rests on some clauses. */
export interface RestingParts {
  readonly requirements: readonly (Resting & {
    readonly title: Text
    /** How it rests on them; `due` where one of them stands in the sentence that gives it a last day. */
    readonly ways: readonly (Citer['way'] | 'due')[]
    /** Whether a part of its ground stays, so that what is not met is for a person to judge. */
    readonly isPartlyEnded?: true
  })[]
  /** The values of parameters and profiles. */
  readonly parameters: readonly (Resting & { readonly label: Text })[]
  /** Texts that are shown because of a clause: of exceptions, notes, and of the end of a plan. */
  readonly texts: readonly (Resting & { readonly kind: 'exception' | 'note' | 'horizon'; readonly text: Text })[]
  /** Cases that expect something of one of the requirements. */
  readonly cases: readonly { readonly id: string; readonly file: string; readonly requirements: readonly string[] }[]
}

/** Of clauses that change, which are gone, and which say something else. */
export interface ChangedGround {
  readonly dropped: ReadonlySet<string>
  readonly replaced: ReadonlySet<string>
}

/** What of a pack, and of the packs it uses, rests on clauses, by their references. */
export function restsOn(plan: Plan, clauses: ReadonlySet<string>, ground: ChangedGround): RestingParts {
  const among = (cited: readonly string[] | undefined) => (cited ?? []).filter((clause) => clauses.has(clause))
  const encodings = clauseEncodings({ plan })
  const grounds = groundsOf(encodings)
  const requirements = plan.requirements.flatMap(({ id, title, due }) => {
    const own = grounds.get(id) ?? []
    const besides = due === undefined ? [] : own.flatMap((clause) => plan.clauses.get(clause)?.besides ?? [])
    const beside = besides.flatMap(({ reference: clause }) =>
      clauses.has(clause) && !own.includes(clause) ? [{ clause, way: 'due' as const }] : [],
    )
    const citing = [
      ...[...clauses].flatMap((clause) =>
        (encodings.get(clause)?.citers ?? []).flatMap((citer) =>
          citer.requirement === id ? [{ clause, way: citer.way }] : [],
        ),
      ),
      ...beside,
    ]
    if (citing.length === 0) return []
    const isGone = (clause: string) => ground.dropped.has(clause) || ground.replaced.has(clause)
    const isPartlyEnded =
      !own.every(isGone) &&
      (own.some(isGone) ||
        citing.some(({ clause, way }) => (way === 'due' || way === 'exception') && ground.replaced.has(clause)))
    const ways = [...new Set(citing.map(({ way }) => way))]
    return [
      {
        id,
        title: textWithoutRecord(plan, title),
        clauses: [...new Set(citing.map((item) => item.clause))],
        ways,
        ...(isPartlyEnded ? { isPartlyEnded } : {}),
      },
    ]
  })
  const affected = new Set(requirements.map(({ id }) => id))
  const isBeside = ({ ways }: (typeof requirements)[number]) => ways.every((way) => way === 'due')
  return {
    requirements: [...requirements.filter((item) => !isBeside(item)), ...requirements.filter(isBeside)],
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

/** The clauses on which each requirement rests itself. */
function groundsOf(encodings: ReturnType<typeof clauseEncodings>): ReadonlyMap<string, readonly string[]> {
  const grounds = new Map<string, string[]>()
  for (const [clause, { citers }] of encodings)
    for (const { way, requirement } of citers)
      if (way === 'requirement' && requirement !== undefined) addTo(grounds, requirement, clause)
  return grounds
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
