import type { PackSource } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'
import { textsWithEntries, type FileTexts, type Insertion } from '../scaffold/insert-entries.ts'
import { addException, type NewException } from './add-exception.ts'
import { endRequirement, type RequirementEnd } from './end-requirement.ts'
import { giveValue, type NewValue } from './give-value.ts'
import { citedGround, type Ground } from './ground.ts'
import { newRequirement, type AskedRequirement } from './new-requirement.ts'
import { reword, type NewWords } from './reword.ts'

/** A change of the rules as a form asks for it. Other words for the same need no ground. */
export type RuleEdit =
  | ({ kind: 'value'; ground: Ground } & NewValue)
  | ({ kind: 'end'; ground: Ground } & RequirementEnd)
  | ({ kind: 'exception'; ground: Ground } & NewException)
  | ({ kind: 'requirement'; ground: Ground } & AskedRequirement)
  | ({ kind: 'words' } & NewWords)

/**
 * The files of a pack that a change makes new, the rest of each as it was. They may have faults, for whoever is still
 * typing to see. A pack that was loaded without its cases is given those of which new ones may be made. Throws
 * `ScaffoldError` for what cannot be done with the pack.
 */
export function revise(
  source: PackSource,
  pack: LoadedPack,
  edit: RuleEdit,
  cases: Plan['cases'] = pack.plan.cases,
): FileTexts {
  return textsWithEntries(source, entriesFor(source, pack, edit, cases))
}

function entriesFor(source: PackSource, pack: LoadedPack, edit: RuleEdit, cases: Plan['cases']): Insertion[] {
  if (edit.kind === 'words') return reword(pack, edit)
  if (edit.kind === 'end') return endRequirement(source, pack, edit, edit.ground)
  const cited = citedGround(source, pack, edit.ground)
  const entries =
    edit.kind === 'value'
      ? giveValue(pack, edit, cited.cites)
      : edit.kind === 'exception'
        ? addException(pack, edit, cited)
        : newRequirement(pack, edit, edit.ground, cited, cases)
  return [...cited.entries, ...entries]
}
