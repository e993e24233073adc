import type { Rule, Workload } from '../workload/workload.ts'

/** What a rule says of a record; an engine that only knows whether a rule fires says `not_met` or nothing. */
export type Answer = string | undefined

/** One engine with the rules of a workload loaded, ready to be timed. */
export interface Contestant {
  /** The engine with its version, and the set-up. */
  name: string
  engine: Engine
  /** Whether it says which status, or only whether the rule is violated. */
  says: 'status' | 'violation'
  /** `verdicts` for what was decided alone; `trace` where it says besides how. */
  output: 'verdicts' | 'findings' | 'trace'
  /** One pass over every record; returns whatever it produced, so that no work can be dropped. */
  run: () => unknown
  /** The answer of every rule on every record, by `rule pointer`. */
  answers: () => Promise<Map<string, Answer>> | Map<string, Answer>
}

export type Engine =
  | 'tiaoli'
  | 'plain TypeScript'
  | 'json-logic-engine'
  | 'json-logic-js'
  | '@gorules/zen-engine'
  | 'json-rules-engine'

/** Builds a contestant for a workload; every one of them may take as long as it likes. */
export type SetUp = (workload: Workload) => Promise<Contestant[]>

export function answerKey({ id }: Rule, pointer: string): string {
  return `${id} ${pointer}`
}
