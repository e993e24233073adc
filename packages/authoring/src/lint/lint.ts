import type { Text } from '@tiaoli/engine'
import type { PackFiles, SourcePlace, DefinitionPlaces, Plan } from '@tiaoli/engine/plan'
import type { ClauseEncoding } from '../encoding/clause-encodings.ts'

/** What a lint looks at: a pack without faults. */
export interface LintContext {
  readonly plan: Plan
  readonly places: DefinitionPlaces
  /** The files of the pack itself, not of those it uses. */
  readonly files: PackFiles
  readonly encoding: ReadonlyMap<string, ClauseEncoding>
}

/** What a lint found, and where. */
export interface LintHit<Code extends string = string> {
  code: Code
  /** What it is about: the id of a requirement, clause, case …, or the name of a fact or `parameters.<id>`. */
  about: string
  place: SourcePlace
  /** What is the matter, and what to do. */
  message: Text
  /** The nearest name that is known. */
  suggestion?: string
}

/** Looks for one kind of thing that is most likely a mistake though the pack loads. */
export type Lint<Code extends string> = (context: LintContext) => Iterable<LintHit<Code>>
