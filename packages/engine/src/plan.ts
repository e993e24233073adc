/**
 * For tools: the plan of a loaded pack taken apart, where its parts are in the files, how values and conditions read,
 * cases, and the JSON of packs and ledgers.
 * @module
 */
export { type AnswerForm, formOf } from './ask/answer-form.ts'
export type { NextQuestion, NextQuestions } from './ask/next-questions.ts'
export {
  type CaseFailure,
  type CaseResult,
  type Expectation,
  type CaseQuestion,
  answering,
  checkCases,
  failuresOf,
  questionsOf,
} from './cases/check-cases.ts'
export { OUTCOMES } from './decide/outcome.ts'
export { type WrittenText, completeText, isCompleteText, isWrittenIn } from './text/fallback-language.ts'
export { closestName } from './errors/closest-name.ts'
export type { Language } from './text/text.ts'
export { ENGINE_VERSION } from './evaluate/engine-version.ts'
export { ledgerConflicts } from './evaluate/ledger-conflicts.ts'
export { cite } from './explain/cite.ts'
export { endedNotes, partlyEndedNotes } from './explain/ended-notes.ts'
export { claimOf, expressionName } from './explain/claim.ts'
export { inWords, show } from './explain/show.ts'
export { textWithoutRecord } from './explain/text-without-record.ts'
export { Traversal, type Visitor } from './formula/traversal.ts'
export { canonicalJson, digest } from './json/canonical-json.ts'
export { decodeText, withoutByteOrderMark } from './json/decode-text.ts'
export { getAt, removeAt, setAt } from './json/json-at.ts'
export { isObject } from './json/is-object.ts'
export { JSON_LIMITS } from './json/json-limits.ts'
export type { JsonProblem, JsonProblemCode } from './json/json-problem.ts'
export { type Line, LineSplitter } from './json/line-splitter.ts'
export { MEBI } from './json/mebi.ts'
export { type Path, pathOf, pointerOf } from './json/pointer.ts'
export { type JsonReading, readJson } from './json/read-json.ts'
export { TextPlaces } from './json/text-places.ts'
export { type TextNode, partAt, textTree } from './json/text-tree.ts'
export { wholeTextProblem } from './json/whole-text-problem.ts'
export { LEDGER_WORDS, ledgerJsonSchema } from './ledger/json-schema.ts'
export { isRefusal, readName, readValue } from './ledger/read-value.ts'
export { type DiagnosticCode, type SourcePlace, formatDiagnostic } from './pack/diagnostics.ts'
export { YUAN } from './values/currency.ts'
export { DEFAULT_LIMITS, type Limits } from './pack/limits.ts'
export { type Loaded, planOf } from './pack/load-pack.ts'
export { type DefinedKind, DefinitionPlaces } from './pack/places.ts'
export {
  DECIDING_NOTHING,
  FILE_KINDS,
  type FileKind,
  type FileReader,
  type PackFiles,
  type ReadFile,
  contentOf,
  fileKindOf,
  isBesidePack,
  packId,
  readFile,
} from './pack/read-files.ts'
export { changesFrom, clauseChanges, documentChanges, prolongationsOf } from './report/change-text.ts'
export { amendedBy, shownClause, shownDocument, shownPlace } from './report/shown-clause.ts'
export { SourceFile } from './pack/source-file.ts'
export { standingOf } from './pack/standing.ts'
export { describe } from './plan/describe.ts'
export { endsWithPlan } from './plan/ends-with-plan.ts'
export type { PartName } from './plan/decision-tree.ts'
export type { ConditionNode, ContextExpression, Expression, LeafNode } from './plan/expression.ts'
export type { Derived, Described, Fact, ValueType } from './plan/fact.ts'
export { type LedgerPart, ledgerPart } from './plan/ledger-part.ts'
export { recordPointer } from './plan/ledger-record.ts'
export { recordReference } from './plan/record-reference.ts'
export type { RecordReference } from './plan/ledger-record.ts'
export { repealedChanges, type RepealedChange } from './plan/repealed-changes.ts'
export { isPlannedFor, lastPlannedDay, type Ending, type PlannedClause, type PlannedDocument } from './plan/document.ts'
export type { Plan, PlannedException, PlannedParameter, PlannedRequirement } from './plan/plan.ts'
export { PART_NAMES } from './plan/decision-tree.ts'
export type { TextTemplate } from './plan/text-template.ts'
export { parameterNamed } from './plan/parameter-name.ts'
export { type TimelineEntry, entryAt } from './plan/timeline.ts'
export { timelinesUnder } from './plan/timelines-under.ts'
export { type Node, partsOf, subconditionsOf, everythingIn, nodesOf, shownBy } from './plan/walk.ts'
export type {
  ConflictReport,
  Figure,
  LaterRule,
  ParameterUse,
  Receipt,
  Shown,
  Trace,
  TraceNode,
} from './report/report.ts'
export {
  BOTH,
  asWritten,
  type NamedLanguages,
  type Reading,
  isRead,
  isUnread,
  ownSentences,
  readingOf,
  sentencesFor,
  tagOf,
} from './text/reading.ts'
export { languageProblems } from './evaluate/language-problems.ts'
export { isTimeZone } from './values/time-zone.ts'
export { wordsIn } from './text/words-in.ts'
export { inItsYear } from './report/in-its-year.ts'
export { OwnLanguages } from './report/own-languages.ts'
export { type InLanguage, OneLanguage } from './report/one-language.ts'
export {
  isToBeChecked,
  isUnfounded,
  isUnverified,
  mayRestOnUnseen,
  restsOnUnseen,
  TO_BE_CHECKED,
} from './report/to-be-checked.ts'
export { binds } from './report/binds.ts'
export { FORCE_WORDS, REASON_WORDS, SEVERITY_WORDS, STATUS_TOTALS, isBroken } from './report/status-words.ts'
export {
  type Basis,
  type Evidence,
  type Force,
  type Unit,
  evidenceSchema,
  forceSchema,
  slugSchema,
} from './schema/common-schema.ts'
export { addTo, groupedBy } from './plan/grouped-by.ts'
export { kindInList } from './plan/kind-in-list.ts'
export type { Condition } from './schema/condition-schema.ts'
export { type Detail, evaluateOptionsSchema } from './schema/evaluate-options.ts'
export type { Clause, DocumentFile } from './schema/document-schema.ts'
export type { CheckEntry, DerivedFact, GivenFact, ScopeEntry } from './schema/facts-schema.ts'
export type { Formula, Operand } from './schema/formula-schema.ts'
export { keysOfForms } from './schema/known-keys.ts'
export type {
  ImportColumn,
  ImportCondition,
  ImportFacts,
  ImportFile,
  ImportTable,
  ImportYear,
  ImportYears,
} from './schema/import-schema.ts'
export type { LintFile } from './schema/lint-schema.ts'
export { optionFaults, optionProblemAt } from './schema/option-faults.ts'
export { unknownOption } from './evaluate/fitting-options.ts'
export type { EquivalentMutant } from './schema/mutants-schema.ts'
export type { Instrument, PackFile } from './schema/pack-schema.ts'
export type { DatedValue, Parameter, Profile } from './schema/parameters-schema.ts'
export { type QuestionOptions, questionOptionsSchema } from './schema/question-options.ts'
export type { RequirementEntry } from './schema/requirement-schema.ts'
export { streamOptionsSchema } from './schema/stream-options.ts'
export { addMonths, formatDay, formatDayInChinese, parseDay } from './values/date.ts'
export { formatRate, parseRate } from './values/rate.ts'
export type { Truth } from './values/truth.ts'
export type { UnknownReason } from './values/unknown-reason.ts'
export { daysInWords, daysOfMonth, isPartialDate } from './values/partial-date.ts'
export { Unknown, type Value, isUnknown } from './values/value.ts'
export {
  type DecoratorName,
  type OrderName,
  type ParsedOperator,
  OPPOSITES,
  isOrder,
  parseOperator,
} from './values/operator.ts'
export { YEAR_LIMITS } from './values/year-limits.ts'
export { isYear } from './values/year.ts'
