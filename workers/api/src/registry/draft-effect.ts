import { compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import type { Policy, Text } from '@tiaoli/engine'
import { readJson } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import { MAX_COMPARED_FINDINGS, MAX_DECISIONS } from '../limits/finding-limits.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { compiledVersion } from './compiled-pack.ts'
import type { Edition } from './edition.ts'
import { isSamplePath, type PackFiles } from './pack-files.ts'

/** What changes for one sample ledger on one day. */
export interface SampleComparison {
  sample: string
  asOf: string
  /** Null where the published version does not accept the sample. */
  flipped: number | null
  requirements: FindingsComparison['requirements']
  /** What the published version does not accept, such as a new fact. */
  notComparable?: readonly { pointer: string; message: Text }[]
}

/** What a draft changes against the published version. */
export interface DraftEffect {
  /** The changes of its rules, in words. */
  rules: { kind: string; id: string; text: Text }[]
  /** The changes of findings on its sample ledgers. */
  samples: SampleComparison[]
}

/** A reviewer reads the first of them. */
const MAX_RULE_CHANGES = 200
const MAX_PLACES = 20

export async function draftEffect(
  sql: SqlPort,
  published: Edition | undefined,
  policy: Policy,
  files: PackFiles,
  days: readonly string[],
): Promise<DraftEffect> {
  if (!published) return { rules: [], samples: [] }
  const { policy: before } = await compiledVersion(sql, published)
  const changes = compareRules(before, policy).slice(0, MAX_RULE_CHANGES)
  const samples = Object.entries(files).filter(([path]) => isSamplePath(path))
  return {
    rules: changes.map(({ kind, id, text }) => ({ kind, id, text })),
    samples: samples.flatMap(([sample, text]) => {
      const ledger = parseSample(sample, text)
      return days.map((asOf) => compareSample(before, policy, sample, ledger, asOf))
    }),
  }
}

/** Throws where the draft does not accept its own sample. */
function compareSample(before: Policy, after: Policy, sample: string, ledger: unknown, asOf: string): SampleComparison {
  const options = { asOf, maxFindings: MAX_COMPARED_FINDINGS, maxDecisions: MAX_DECISIONS.compiled }
  const { flipped, requirements, refused } = compareFindings(before, after, ledger, options, { examples: 0 })
  const placesRefusedBy = (side: 'before' | 'after') =>
    refused.find(({ pack }) => pack === side)?.problems.slice(0, MAX_PLACES)
  const refusedByDraft = placesRefusedBy('after')
  if (refusedByDraft) {
    const faults = refusedByDraft.map(({ pointer, message }) => ({ sample, pointer, code: 'unfit-sample', message }))
    throw new DomainError('unfit-samples', { faults })
  }
  const notComparable = placesRefusedBy('before')
  return notComparable
    ? { sample, asOf, flipped: null, requirements: [], notComparable }
    : { sample, asOf, flipped, requirements }
}

function parseSample(sample: string, text: string): unknown {
  const { value, problems } = readJson(text)
  if (problems.length > 0)
    throw new DomainError('unfit-samples', { faults: problems.map((problem) => ({ sample, ...problem })) })
  return value
}
