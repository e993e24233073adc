import { compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import type { Policy, Text } from '@tiaoli/engine'
import { MOST_COMPARED } from '../limits/finding-limits.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { compiledVersion } from './compiled-pack.ts'
import { findCurrent } from './version-store.ts'
import { isSample, type Files } from './pack-files.ts'

/** What changes for one sample ledger on one day. */
export interface SampleComparison {
  sample: string
  asOf: string
  /** Null where there is nothing to compare with: the published version does not take the sample. */
  flipped: number | null
  requirements: FindingsComparison['requirements']
  /** What the published version does not take, such as a fact that is new. */
  notComparable?: readonly { pointer: string; message: Text }[]
}

/** What a candidate changes against the published version. */
export interface Effect {
  /** Its rules, in words. */
  rules: { kind: string; id: string; text: Text }[]
  /** Its findings, on the sample ledgers that it carries. */
  samples: SampleComparison[]
}

/** A review reads the first of them; nobody reads more. */
const MOST_RULES = 200
const MOST_PLACES = 20

export async function effectOf(
  sql: SqlPort,
  pack: string,
  candidate: Policy,
  files: Files,
  days: readonly string[],
): Promise<Effect> {
  const published = await findCurrent(sql, pack)
  if (!published) return { rules: [], samples: [] }
  const { policy } = await compiledVersion(sql, published)
  const changes = compareRules(policy.plan, candidate.plan).slice(0, MOST_RULES)
  const samples = Object.entries(files).filter(([path]) => isSample(path))
  return {
    rules: changes.map(({ kind, id, text }) => ({ kind, id, text })),
    samples: samples.flatMap(([sample, text]) => {
      const ledger = parseSample(sample, text)
      return days.map((asOf) => {
        const options = { asOf, maxFindings: MOST_COMPARED }
        const { flipped, requirements, refused } = compareFindings(policy, candidate, ledger, options, { examples: 0 })
        const problemsOf = (side: 'before' | 'after') => refused.find(({ pack: by }) => by === side)?.problems
        const own = problemsOf('after')
        if (own)
          throw new ProblemError(
            'invalid-request',
            own.slice(0, MOST_PLACES).map((place) => unfit(sample, place)),
          )
        const notComparable = problemsOf('before')?.slice(0, MOST_PLACES)
        return notComparable
          ? { sample, asOf, flipped: null, requirements: [], notComparable }
          : { sample, asOf, flipped, requirements }
      })
    }),
  }
}

function parseSample(sample: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const message = { zh: '不是合格的 JSON。', en: 'It is not JSON.' }
    throw new ProblemError('invalid-request', [{ ...unfit(sample, { pointer: '', message }), code: 'invalid-json' }])
  }
}

function unfit(sample: string, { pointer, message }: { pointer: string; message: Text }): ProblemPlace {
  const place = `${sample}${pointer === '' ? '' : `#${pointer}`}`
  return {
    pointer: '',
    code: 'unfit-sample',
    detail: {
      zh: `草案不接受样例台账 ${place}：${message.zh}请改正或删去样例。`,
      en: `The draft does not take the sample ledger ${place}: ${message.en} Correct the sample or remove it.`,
    },
  }
}
