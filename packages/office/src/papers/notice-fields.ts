import { closestName } from '@tiaoli/engine/plan'

/** One problem of a notice in words. What there is nothing to say of is empty. */
export interface NoticeProblem {
  readonly number: string
  readonly problem: string
  readonly basis: string
  readonly remedy: string
  readonly responsible: string
  readonly deadline: string
}

/** The words of a notice, for a template of the office’s own. */
export interface NoticeFields {
  readonly recipient: string
  readonly document: string
  readonly day: string
  readonly addressed: string
  readonly count: string
  readonly problems: readonly NoticeProblem[]
}

/** What placeholders are called, in Chinese and in English. */
export const NOTICE_NAMES = {
  主送单位: 'recipient',
  依据文件: 'document',
  截至日期: 'day',
  称谓: 'addressed',
  问题数: 'count',
  问题: 'problems',
} as const satisfies Record<string, keyof NoticeFields>

export const PROBLEM_NAMES = {
  序号: 'number',
  存在问题: 'problem',
  依据: 'basis',
  整改要求: 'remedy',
  责任主体: 'responsible',
  规定期限: 'deadline',
} as const satisfies Record<string, keyof NoticeProblem>

export type FieldName = keyof NoticeFields | keyof NoticeProblem

const KEYS = new Map<string, FieldName>(
  [...Object.entries(NOTICE_NAMES), ...Object.entries(PROBLEM_NAMES)].flatMap(([name, key]) => [
    [name, key],
    [key, key],
  ]),
)
const OF_PROBLEM: ReadonlySet<string> = new Set(Object.values(PROBLEM_NAMES))

/** What a placeholder means, if there is such a one. */
export function fieldOf(placeholder: string): FieldName | undefined {
  return KEYS.get(placeholder.normalize('NFKC').trim())
}

export function isOfProblem(field: FieldName): boolean {
  return OF_PROBLEM.has(field)
}

export function likeField(placeholder: string): string | undefined {
  return closestName(placeholder, [...KEYS.keys()])
}
