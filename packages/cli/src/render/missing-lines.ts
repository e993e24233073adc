import type { Missing } from '@tiaoli/engine'
import type { Context } from '../context.ts'

/** The rest is in `--json`. */
const LIMIT = 8

/** The first facts to correct, to fill in or to decide. Contradictions come before missing facts. */
export function missingLines(context: Context, missing: readonly Missing[]): string[] {
  const { out, texts } = context
  const words = texts.finding
  const conflictsFirst = missing.toSorted((a, b) => Number(b.reason === 'conflict') - Number(a.reason === 'conflict'))
  const lines = conflictsFirst
    .slice(0, LIMIT)
    .map((item) => `${out.paint('dim', words.missing[item.reason])} ${missingText(context, item)}`)
  const more = missing.length - LIMIT
  return more > 0 ? [...lines, `${out.paint('dim', words.missing.missing_fact)} ${words.more(more)}`] : lines
}

function missingText({ out, language }: Context, { label, text, pointer }: Missing): string {
  const sentence = (text ?? label)[language]
  return pointer === undefined ? sentence : `${sentence} ${out.paint('dim', pointer)}`
}
