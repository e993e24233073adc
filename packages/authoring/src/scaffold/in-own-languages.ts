import { OwnLanguages, type Plan } from '@tiaoli/engine/plan'

/** What an author writes in some language only is not asked for in the others. */
export function inOwnLanguages<T>({ reading }: Plan, value: T): T {
  return new OwnLanguages(reading).of(value)
}
