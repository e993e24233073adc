/**
 * Compiles bare json-rules-engine conditions, without the rest of the engine.
 * @module
 */
export {
  type CompileConditionOptions,
  type CompiledCondition,
  compileCondition,
} from './condition/compile-condition.ts'
export { ConditionError, type ConditionErrorCode } from './condition/condition-error.ts'
export type { NextOperator } from './condition/own-operator.ts'
