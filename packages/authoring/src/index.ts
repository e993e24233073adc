/**
 * Tools for people who write rule packs. Pure functions on packs; no files, no clock.
 * @module
 */
export { caseFaults, type CaseFault } from './cases/case-faults.ts'
export { clauseEncodings, type Citer, type ClauseEncoding } from './encoding/clause-encodings.ts'
export {
  lintPack,
  LINTS,
  type LintCode,
  type LintFinding,
  type LintOptions,
  type LintReport,
} from './lint/lint-pack.ts'
export { withValueAt } from './format/with-value-at.ts'
export { formatFile, formatPack, type Formatted } from './format/format-pack.ts'
export type { OnProgress } from './on-progress.ts'

export { coverageOf } from './coverage/coverage.ts'
export { coverageRate } from './coverage/coverage-rate.ts'
export type { Coverage, Gap } from './coverage/coverage-report.ts'
export { assessMutants, type MutationAssessment } from './mutate/assess-mutants.ts'
export { makeMutants, type Mutant } from './mutate/make-mutants.ts'
export { runMutants, type MutantResult, type MutationOptions } from './mutate/run-mutants.ts'

export { describeCitations } from './handbook/describe-citations.ts'
export { describeCondition } from './handbook/describe-condition.ts'
export { inOneLine } from './handbook/line.ts'
export { describeClause } from './handbook/describe-clause.ts'
export { describeDefinition } from './handbook/describe-definition.ts'
export { describeFact } from './handbook/describe-fact.ts'
export { describeParameter } from './handbook/describe-parameter.ts'
export { describeRequirement } from './handbook/describe-requirement.ts'
export { documentName } from './handbook/document-name.ts'
export { parameterValueText } from './handbook/parameter-line.ts'
export { findDefinitions, type FoundDefinition } from './handbook/find-definitions.ts'
export { citationName, clauseName } from './handbook/instrument-name.ts'
export type { Description } from './handbook/description.ts'
export { handbook } from './handbook/handbook.ts'
export { ledgerGuide } from './handbook/ledger-guide.ts'
export type { Line } from './handbook/line.ts'
export {
  compareCases,
  compareFindings,
  type FindingsComparison,
  type Flip,
  type StatusOrAbsent,
} from './compare/compare-findings.ts'
export { fieldLabel } from './compare/value-text.ts'
export { compareRules, type RuleChange } from './compare/compare-rules.ts'
export { ledgerTypes } from './types/ledger-types.ts'
export { bundle, unbundle, type Bundle } from './bundle/bundle.ts'
export { BundleError } from './bundle/bundle-error.ts'
export { type NewPackDocument, addDocument } from './scaffold/add-document.ts'
export {
  addFact,
  addParameter,
  addRequirement,
  type NewFact,
  type NewParameter,
  type NewRequirement,
} from './scaffold/add-definition.ts'
export { initPack, type NewPack } from './scaffold/init-pack.ts'
export { isCurrency } from './scaffold/currency-of.ts'
export type { FileTexts } from './scaffold/insert-entries.ts'
export { acceptAnswer, type AcceptedAnswer } from './revise/accept-answer.ts'
export { doubtsAbout, doubtsAboutEntered } from './revise/doubts.ts'
export { revise, type RuleEdit } from './revise/revise.ts'
export type { Ground } from './revise/ground.ts'
export type { EnteredDocument } from './revise/entered-document.ts'
export { rememberingReader } from './revise/remembering-reader.ts'
export { schemaFiles } from './scaffold/schema-files.ts'
export { ScaffoldError } from './scaffold/scaffold-error.ts'
export { amend, withDraft, type AmendedClause, type Amendment, type Dossier, type Reading } from './amend/amend.ts'
export type { Block } from './amend/dossier-block.ts'
export { MAX_QUOTATION_MARKS, MAX_SENTENCE } from './amend/amendment-limits.ts'
export { REMARKS } from './amend/align-notice.ts'
export { dossierBlocks } from './amend/dossier-blocks.ts'
export type { Effect } from './amend/dossier-effect.ts'
export { dossierMarkdown } from './amend/dossier-markdown.ts'
