import type { Text } from '@tiaoli/engine'
import type { PackFiles, SourcePlace, DefinitionPlaces, Plan } from '@tiaoli/engine/plan'
import type { ClauseEncoding } from './encoding/clause-encodings.ts'
import type { Work } from './logic/work.ts'

/** What a lint looks at: a pack without faults. */
export interface LintContext {
  readonly plan: Plan
  readonly places: DefinitionPlaces
  /** The files of the pack itself, not of those it uses. */
  readonly files: PackFiles
  readonly encoding: ReadonlyMap<string, ClauseEncoding>
  /** The texts of documents by their ids, word for word: every clause, in the first language of the pack, must be in that of its document. */
  readonly texts: ReadonlyMap<string, string>
  /** What looking the pack through is counted by, where it could take long. Beyond, the lint looks no further. */
  readonly work: Work
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

/** A `warning` is most likely a mistake that changes findings or leaves them without a ground; a `hint` is untidy. */
export type LintSeverity = 'warning' | 'hint'

/** Looks for one kind of thing that is most likely a mistake though the pack loads. */
export interface Lint<Code extends string> {
  /** Its codes, as lint.json names them. */
  readonly severities: Readonly<Record<Code, LintSeverity>>
  readonly find: (context: LintContext) => Iterable<LintHit<Code>>
}

/** A lint is such a constant in a file of its own in lint/, and a line in lint/all-lints.ts. */
export function lint<const Code extends string>(
  severities: Lint<Code>['severities'],
  find: Lint<NoInfer<Code>>['find'],
): Lint<Code> {
  return { severities, find }
}
