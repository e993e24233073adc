import type { Text } from '../text/text.ts'
import { CONDITION_SENTENCES } from './condition-sentences.ts'

export type ConditionErrorCode = keyof typeof CONDITION_SENTENCES

/** What the sentence for a code is about. */
export type FaultDetails = { [Code in ConditionErrorCode]: Parameters<(typeof CONDITION_SENTENCES)[Code]> }

const SENTENCES: { [Code in ConditionErrorCode]: (...details: FaultDetails[Code]) => Text } = CONDITION_SENTENCES

/** What is wrong at some place of a condition. */
export interface ConditionFault {
  readonly code: ConditionErrorCode
  readonly text: Text
}

export function conditionFault<Code extends ConditionErrorCode>(
  code: Code,
  ...details: FaultDetails[Code]
): ConditionFault {
  return { code, text: SENTENCES[code](...details) }
}

/** A condition that is refused, or a fact that it cannot decide on; the message is the English of `text`. */
export class ConditionError extends TypeError {
  override readonly name = 'ConditionError'
  readonly code: ConditionErrorCode
  /** The place in the condition, from the keys and positions that lead to it: `/all/0/value`. */
  readonly at: string
  readonly text: Text

  constructor(at: string, { code, text }: ConditionFault) {
    const place = at || '/'
    const en = `condition ${place} ${text.en}`
    super(en)
    this.code = code
    this.at = place
    this.text = { zh: `条件 ${place}：${text.zh}。`, en }
  }
}
