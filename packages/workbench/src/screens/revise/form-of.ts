import type { Revisable } from '../../engine/revision-calls.ts'
import type { Revision } from '../../state/revision.ts'

/** What a form is given: the draft, the rules, and what of them is changed. */
export interface FormOf<Thing> {
  revision: Revision
  rules: Revisable
  on: Thing
}
