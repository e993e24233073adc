/**
 * Tiaoli's engine: turns rule packs into answers. Pure and synchronous; no I/O, no clock.
 * @module
 */
export { compile, policyOf } from './evaluate/compile.ts'
export {
  compileCondition,
  type CompiledCondition,
  type CompileConditionOptions,
  type NextOperator,
} from './condition/compile-condition.ts'
export type { DetailOf, ExactOptions, Policy, EachEnd, EachOptions, EachResult, ReportOf } from './evaluate/policy.ts'
export type * from './report/report.ts'
export { Wording, type InLanguage, type Language, type Worded } from './report/wording.ts'
export { recordOfLine, type PlacedRecord } from './evaluate/placed-record.ts'
export { RecordStream } from './evaluate/record-stream.ts'
export { evaluateOptionsSchema, type EvaluateOptions } from './schema/evaluate-options.ts'
export { questionOptionsSchema, type QuestionOptions } from './schema/question-options.ts'
export { streamOptionsSchema, type RecordStreamOptions } from './schema/stream-options.ts'
export { misfitAt, misfits } from './schema/misfits.ts'

export { loadPack, type Loaded } from './pack/load-pack.ts'
export { FILE_KINDS, type FileKind, type PackSource } from './pack/read-files.ts'
export { DEFAULT_LIMITS, type Limits } from './pack/limits.ts'
export { formatDiagnostic, PackError, type Diagnostic, type DiagnosticCode, type Place } from './pack/diagnostics.ts'
export { EvaluationError } from './errors/evaluation-error.ts'
export { InputError, UnreadableRecord, type InputProblem } from './errors/input-error.ts'

export {
  answering,
  checkCases,
  failuresOf,
  questionsOf,
  type CaseFailure,
  type CaseResult,
  type Expectation,
  type Question,
} from './cases/check-cases.ts'
export { FORCE_WORDS, REASON_WORDS, SEVERITY_WORDS, STATUS_WORDS } from './report/words.ts'
export { setAt } from './json/json-at.ts'
export { readJson, type JsonReading } from './json/read-json.ts'
export { JSON_LIMITS } from './json/json-limits.ts'
export type { JsonProblem, JsonProblemCode } from './json/json-problem.ts'
export { decodeText, withoutByteOrderMark } from './json/decode-text.ts'
export { isForeignFormat } from './json/foreign-format.ts'
export { LineSplitter, type Line } from './json/line-splitter.ts'
export { TextPlaces } from './json/text-places.ts'
export { nextQuestions, type NextQuestion, type NextQuestions } from './ask/next-questions.ts'
export type { AnswerForm } from './ask/answer-form.ts'
export { ledgerJsonSchema } from './ledger/json-schema.ts'
export { closestName } from './errors/closest-name.ts'
export { canonicalJson, digest } from './json/canonical-json.ts'
export { ENGINE_VERSION } from './evaluate/engine-version.ts'

// What a second runtime needs to stand behind the same interface.
export { conflictReports, Evaluation } from './evaluate/evaluation.ts'
export type { Task } from './decide/task.ts'
export { contextFor, decide, exceptionIn, runCompiled, type Answer, type Judge } from './decide/decide.ts'
export { outcomesIn, OUTCOMES } from './decide/outcome.ts'
export { endsOf, pathTo } from './decide/steps.ts'
export type { Step, Way } from './plan/step.ts'
export { readOptions } from './evaluate/options.ts'
export { planOf } from './pack/load-pack.ts'
export type { ConditionNode, ContextExpression, Expression, LeafNode } from './plan/expression.ts'
export type { Plan, PlannedRequirement } from './plan/plan.ts'
export type { EvaluationContext } from './plan/evaluation-context.ts'
export { recordPointer, LedgerRecord } from './plan/ledger-record.ts'
export { isUnknown, Unknown, type Value } from './values/value.ts'
export type { Truth } from './values/truth.ts'
export type { Status } from './schema/cases.ts'
export type { Text } from './errors/text.ts'
export type { Force } from './schema/common.ts'

// What tools for authors need: the plan taken apart, where its parts stand, and how values and leaves are put in words.
export { keysOfForms } from './schema/known-keys.ts'
export { DefinitionPlaces, type DefinedKind } from './pack/places.ts'
export { pathOf, pointerOf, type Path } from './json/pointer.ts'
export { contentOf, packId, readFile, type FileReader, type PackFiles, type ReadFile } from './pack/read-files.ts'
export { SourceFile } from './pack/source-file.ts'
export { describe } from './plan/describe.ts'
export { memberFinder } from './formula/aggregate.ts'
export { entryAt, type DatedValue as TimelineEntry } from './plan/timeline.ts'
export { recordReference } from './plan/ledger-record.ts'
export { claimOf, expressionName } from './explain/claim.ts'
export { cite } from './explain/cite.ts'
export { Traversal, type Visitor } from './explain/traversal.ts'
export { inWords, show } from './explain/show.ts'
export { below, childrenOf, everythingIn, nodesOf, type Node } from './plan/walk.ts'
export type { Derived, Described, Fact } from './plan/fact.ts'
export type { PlannedClause, PlannedException, PlannedParameter } from './plan/plan.ts'
export { slugSchema, type Basis } from './schema/common.ts'
export type { Condition } from './schema/condition.ts'
export type { CheckEntry, DerivedFact, GivenFact } from './schema/facts.ts'
export type { Formula, Operand } from './schema/formula.ts'
export type { LintFile } from './schema/lint.ts'
export type { EquivalentMutant } from './schema/mutants.ts'
export type { DatedValue } from './schema/parameters.ts'
export type { RequirementEntry } from './schema/requirement.ts'
export { formatDay, parseDay } from './values/date.ts'
export { formatRate, parseRate } from './values/rate.ts'
