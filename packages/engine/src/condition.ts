/**
 * Compiles bare json-rules-engine conditions, without the rest of the engine.
 * @module
 */
export {
  type CompileConditionOptions,
  type CompiledCondition,
  type NextOperator,
  compileCondition,
} from './condition/compile-condition.ts'
