/**
 * Tiaoli's rule packs on stock json-rules-engine: a reference runtime that gives the same reports,
 * and an export of the rules to it.
 * @module
 */
export { compileReference, type ReferencePolicy } from './reference/compile-reference.ts'
export { LEAVES_OF_DECISION } from './reference/answer-conditions.ts'
export { toJsonRules, type JsonRules } from './export/to-json-rules.ts'
export { addFacts, type RuleRun } from './export/add-facts.ts'
export { factsFor, type RuleFacts } from './export/facts-for.ts'
