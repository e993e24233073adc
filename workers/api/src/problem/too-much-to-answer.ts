import type { Text } from '@tiaoli/engine'

const TOO_MANY: Readonly<Record<string, Text>> = {
  'too-many-findings': {
    zh: '结论条数超过一次答复的上限（见 docs/limits.md）。请减少记录或年度，或以 `requirements` 限定要求；评价时也可以用 `statuses` 限定状态，或把 `detail` 设为 `verdicts`。',
    en: 'There are more findings than one answer may hold (docs/limits.md). Send fewer records or years, name `requirements` or, to evaluate, `statuses`, or set `detail` to `verdicts`.',
  },
  'too-many-characters': {
    zh: '结论合计的篇幅超过一次答复的上限（见 docs/limits.md）。请减少记录或年度，或以 `requirements`、`subjects`、`scopes`、`statuses` 限定范围，或以 `language` 只取一种语言，或把 `detail` 设为 `verdicts`。',
    en: 'The findings are longer together than one answer may be (docs/limits.md). Send fewer records or years, name `requirements`, `subjects`, `scopes` or `statuses`, take one `language`, or set `detail` to `verdicts`.',
  },
  'too-many-decisions': {
    zh: '需要判定的次数（每项要求、每条记录、每个年度各一次，未列出的也计算在内）或在 json-rules-engine 上要做的比较超过一次答复的上限（见 docs/limits.md）。请减少记录或年度，或以 `requirements`、`subjects`、`scopes` 限定范围。',
    en: 'There is more to decide than one answer may take (docs/limits.md): one decision for each requirement, record and year, listed or not, and on json-rules-engine the comparisons of their conditions. Send fewer records or years, or name `requirements`, `subjects` or `scopes`.',
  },
}

/** What to do about too many findings or decisions: the engine’s own words name options that a request does not have. */
export function tooMuchToAnswer(code: string): Text | undefined {
  return TOO_MANY[code]
}
