/**
 * Tools for people who write rule packs. Pure functions on packs; no files, no clock.
 * @module
 */
export { caseFaults, type CaseFault } from './cases/case-faults.ts'
export { encodingOf, type Citer, type ClauseEncoding, type Way } from './encoding/encoding-of.ts'
export {
  lintLoaded,
  lintPack,
  LINTS,
  type LintCode,
  type LintFinding,
  type LintOptions,
  type LintReport,
} from './lint/lint-pack.ts'
export { formatFile, formatPack, type Formatted } from './format/format-pack.ts'
export type { Progress } from './progress.ts'

export { coverageOf } from './coverage/coverage.ts'
export type { Coverage, Gap, LeafCoverage, RequirementCoverage } from './coverage/report.ts'
export type { EpochCoverage } from './coverage/epochs.ts'
export type { Seen } from './coverage/tally.ts'
export { assessMutants, type MutationAssessment } from './mutate/assess.ts'
export type { Edit } from './mutate/change.ts'
export type { Target } from './mutate/dependents.ts'
export { mutantsOf, type Mutant } from './mutate/mutants.ts'
export { runMutants, type MutantResult, type MutationOptions } from './mutate/run.ts'

export { describeClause } from './handbook/describe-clause.ts'
export { describeFact } from './handbook/describe-fact.ts'
export { describeRequirement } from './handbook/describe-requirement.ts'
export type { Description, Part } from './handbook/description.ts'
export { handbook } from './handbook/handbook.ts'
export { ledgerGuide } from './handbook/ledger-guide.ts'
export type { Language, Line } from './handbook/line.ts'
export { FORCES } from './handbook/words.ts'
export type { Kind } from './compare/catalogue.ts'
export {
  compareCases,
  compareFindings,
  type FindingsComparison,
  type Flip,
  type Outcome,
  type Transition,
} from './compare/compare-findings.ts'
export { compareRules, type RuleChange } from './compare/compare-rules.ts'
export { ledgerTypes } from './types/ledger-types.ts'
export { bundle, unbundle, type Bundle } from './bundle/bundle.ts'
export { BundleError } from './bundle/bundle-error.ts'
export {
  addFact,
  addParameter,
  addRequirement,
  type NewFact,
  type NewParameter,
  type NewRequirement,
} from './scaffold/add.ts'
export { initPack, type NewPack } from './scaffold/init-pack.ts'
export type { Files } from './scaffold/insert.ts'
export { schemaFiles } from './scaffold/schema-files.ts'
export { ScaffoldError } from './scaffold/scaffold-error.ts'
