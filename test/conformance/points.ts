import type { Section } from './point.ts'
import { DECORATORS } from './points/decorators.ts'
import { COMPARING, PATHS, UNDEFINED } from './points/facts.ts'
import { OPERATORS } from './points/operators.ts'
import { NAMED, NESTING } from './points/structure.ts'

/** The condition language of json-rules-engine, point by point in the order of its documentation. */
export const SECTIONS: readonly Section[] = [NESTING, NAMED, OPERATORS, DECORATORS, COMPARING, PATHS, UNDEFINED]
