import type { Expression } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Text } from '../text/text.ts'
import type { OrderName } from '../values/operator.ts'
import { wordingOf } from './operator-wording.ts'
import { capital } from './show.ts'

/** How a day stands to that of the report. */
const STANDS: Record<OrderName, string> = {
  lessThan: '已过',
  lessThanInclusive: '已到',
  greaterThan: '未到',
  greaterThanInclusive: '未过',
}

export function isReportDay(expression: Expression): boolean {
  return expression.kind === 'context' && expression.name === 'asOf'
}

/** What is said of a day beside that of the report: it is past or not, “期限为2019年3月31日，截至2019年12月31日已过”. */
export function ofReportDay(about: Described, value: Text, on: Text, stands: OrderName): Text {
  const { label, name } = about
  // What is computed, or written in a condition, has no name.
  return {
    zh: `${name && `${label.zh}为`}${value.zh}，截至${on.zh}${STANDS[stands]}`,
    en: `${name && `${capital(label.en)} is `}${value.en}, ${wordingOf(about, stands).order!.en} ${on.en}`,
  }
}
