import { compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import type { Policy, Text } from '@tiaoli/engine'
import { MOST_COMPARED } from '../http/most-findings.ts'
import { ProblemError } from '../http/problem.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { compiledVersion } from './compiled.ts'
import { findCurrent } from './editions.ts'
import { isSample, type Files } from './files.ts'

/** What changes for one sample ledger on one day. */
export interface SampleComparison extends Pick<FindingsComparison, 'flipped' | 'requirements'> {
  sample: string
  asOf: string
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
        if (refused.length > 0) throw unfit(sample, 'unfit-sample')
        return { sample, asOf, flipped, requirements }
      })
    }),
  }
}

function parseSample(sample: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unfit(sample, 'invalid-json')
  }
}

function unfit(sample: string, code: string): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '',
      code,
      detail: {
        zh: `样例台账 ${sample} 不能按本规则包读取。请改正或删去。`,
        en: `The sample ledger ${sample} does not fit the pack. Correct or remove it.`,
      },
    },
  ])
}
