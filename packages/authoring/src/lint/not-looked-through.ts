import type { LintContext, LintHit, Lint } from '../lint.ts'
import { TooMuchWork, Work } from '../logic/work.ts'

/** What a lint is that was not looked for to the end. */
export const NOT_LOOKED_THROUGH = { 'not-looked-through': 'warning' } as const

/** Steps of one lint, of some 0.1 µs. The largest pack takes a twentieth. */
export const MOST_LINT_STEPS = 5_000_000

export interface LookedThrough<Code extends string> {
  found: LintHit<Code>[]
  /** The codes that were not looked for to the end, none of which is known not to be there. */
  unfinished: Code[]
}

/** Looks for one kind of thing, for as long as it may. */
export function lookedThrough<Code extends string>(
  { find, severities }: Lint<Code>,
  context: Omit<LintContext, 'work'>,
  steps = MOST_LINT_STEPS,
): LookedThrough<Code> {
  const found: LintHit<Code>[] = []
  try {
    for (const hit of find({ ...context, work: new Work(steps) })) found.push(hit)
    return { found, unfinished: [] }
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error
    return { found, unfinished: Object.keys(severities) as Code[] }
  }
}

/** Says that there may be more of a code than is told. */
export function notLookedThrough({ files }: Pick<LintContext, 'files'>, code: string): LintHit<'not-looked-through'>[] {
  return files.of('pack').map(({ file }) => ({
    code: 'not-looked-through',
    about: code,
    place: file.place([]),
    message: {
      zh: `“${code}”没有全部检查完：规则包中要相互比较的要求或条件太多，可能还有未列出的。请拆分规则包，或减少相似的要求和条件。`,
      en: `"${code}" was not looked for to the end: the pack has too many requirements or conditions to compare with each other, so there may be more of it. Divide the pack, or have fewer that are alike.`,
    },
  }))
}
