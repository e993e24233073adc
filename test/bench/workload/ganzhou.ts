import { compile, type EvaluateOptions } from '@tiaoli/engine'
import { Evaluation, readOptions } from '@tiaoli/engine/runtime'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { readSample } from '../../load-packs.ts'
import { fillBlanks } from './fill-blanks.ts'
import { toWorkload } from './to-rules.ts'
import type { Workload } from './workload.ts'

const YEAR = 2020

/** The subjects whose requirements are compared; those on counties, transfers and single members are left out. */
const SUBJECTS = new Set(['city', 'firm', 'jointBranch'])

/** The requirements on the city, its firms and joint branches that can be met or not, for the sample city, every blank filled. */
export function ganzhouWorkload(): Workload {
  const { plan } = compile(ganzhou)
  const requirements = plan.requirements.filter(({ subject, requires }) => requires && SUBJECTS.has(subject.name))
  const options: EvaluateOptions = {
    // The last day of the years that the document plans for: after it unmet duties are for review.
    asOf: '2020-12-31',
    profile: 'literal',
    periods: [YEAR],
    // What the profile leaves open.
    parameters: {
      largeFirmLawyers: 20,
      largeFirmPartyMembers: 10,
      countyManyMemberLawyers: 20,
      countyManyMemberLawyersForOrganization: 20,
      newFirmGraceDays: 90,
    },
    requirements: requirements.map(({ id }) => id),
  }
  const ledger = readSample() as { counties: { firms: unknown[] }[] }
  fillBlanks(plan, ledger, options, YEAR)
  dropContradictions(ledger, () => new Evaluation({ plan }, ledger, readOptions(plan, options)).session.index.conflicts)
  return toWorkload('policy requirements', ganzhou, ledger, options)
}

type Conflicts = Evaluation['session']['index']['conflicts']

/** The sample has firms whose facts contradict each other, and so stay unknown whatever is filled in. */
function dropContradictions(ledger: { counties: { firms: unknown[] }[] }, conflicts: () => Conflicts): void {
  const records = new Set(conflicts().map(({ record }) => record))
  const contradicting = [...records].filter(({ scope }) => SUBJECTS.has(scope.name))
  const other = contradicting.find(({ scope }) => scope.name !== 'firm')
  if (other) throw new Error(`a ${other.scope.name} contradicts itself`)
  // From the last to the first, so that no removal moves a firm that is still to go.
  for (const { parent, position } of contradicting.toSorted((a, b) => b.position - a.position))
    ledger.counties[parent!.position]!.firms.splice(position, 1)
}
