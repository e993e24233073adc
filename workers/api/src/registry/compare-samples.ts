import { InputError, type Policy } from '@tiaoli/engine'
import { ProblemError } from '../http/problem.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { compareOn } from './compare.ts'
import { compiledVersion } from './compiled.ts'
import type { SampleComparison } from './drafts.ts'
import { findCurrent } from './editions.ts'
import { isSample, type Files } from './files.ts'

/** What a candidate changes for the sample ledgers that it carries, against the published version, on some days. */
export async function compareSamples(
  sql: SqlPort,
  pack: string,
  candidate: Policy,
  files: Files,
  days: readonly string[],
): Promise<SampleComparison[]> {
  const published = await findCurrent(sql, pack)
  if (!published) return []
  const { policy } = await compiledVersion(sql, published)
  const samples = Object.entries(files).filter(([path]) => isSample(path))
  return samples.flatMap(([sample, text]) =>
    days.map((asOf) => {
      const { changed, requirements } = compareOne(sample, [policy, candidate], parseSample(sample, text), asOf)
      return { sample, asOf, changed, requirements }
    }),
  )
}

function compareOne(sample: string, policies: readonly [Policy, Policy], ledger: unknown, asOf: string) {
  try {
    return compareOn(policies, ledger, { asOf }, 0)
  } catch (error) {
    if (error instanceof InputError && error.of === 'ledger') throw unfit(sample, 'unfit-sample')
    throw error
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
