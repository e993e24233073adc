import type { Text } from '../text/text.ts'
import type { Described } from '../plan/fact.ts'
import { NOT_SET, Tainted, type Unknown } from '../values/value.ts'

/** How it reads that a value is not known: beside its label, and as the predicate of a sentence. */
export interface NotKnownWording {
  readonly alone: Text
  readonly predicate: Text
}

/** Why a value is not known. Only what the ledger was to say can be 未填写. */
const NOT_KNOWN = {
  notGiven: wording('未填写', 'not given', 'is not given'),
  contradictory: wording('填报矛盾', 'the entries contradict each other', 'is given in contradiction'),
  notSet: wording('未设定', 'not set', 'is not set'),
  notWorkedOut: wording('无法算清', 'cannot be worked out', 'cannot be worked out'),
}

/** The words for a value that is not known. */
export function notKnown({ kind }: Described, value: Unknown): NotKnownWording {
  if (value instanceof Tainted) return NOT_KNOWN.contradictory
  if (value === NOT_SET) return NOT_KNOWN.notSet
  return kind === 'given' ? NOT_KNOWN.notGiven : NOT_KNOWN.notWorkedOut
}

function wording(zh: string, alone: string, predicate: string): NotKnownWording {
  return { alone: { zh, en: alone }, predicate: { zh, en: predicate } }
}
