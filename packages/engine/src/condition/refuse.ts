import { conditionFault, ConditionError, type ConditionErrorCode, type FaultDetails } from './condition-error.ts'

/** Refuses a condition, or a fact where it is decided, with the place in the condition. */
export function refuse<Code extends ConditionErrorCode>(at: string, code: Code, ...details: FaultDetails[Code]): never {
  throw new ConditionError(at, conditionFault(code, ...details))
}
