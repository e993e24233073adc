import type { Plan } from '@tiaoli/engine/plan'
import { DoneWords } from './done-words.ts'
import type { PaperSource } from './paper.ts'

const WORDS = new WeakMap<Plan, DoneWords>()

/** A sentence of the engine as an office says it. */
export function inOfficeWords(text: string, { policy: { plan } }: PaperSource): string {
  const words = WORDS.get(plan) ?? new DoneWords(plan)
  WORDS.set(plan, words)
  return words.in(text)
}
