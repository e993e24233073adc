import type { Text } from '@tiaoli/engine'

interface ProblemKind {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  title: Text
  /** What to do about it. */
  detail: Text
}

/** Every way a request can fail: what it is called, its status, and what to do about it. `/problems/{code}` shows it. */
export const PROBLEMS = {
  'malformed-json': {
    status: 400,
    title: { zh: '请求正文不是合格的 JSON', en: 'The body is not acceptable JSON' },
    detail: { zh: '请按 errors 所列位置改正。', en: 'Correct the places that errors lists.' },
  },
  'not-text': {
    status: 400,
    title: { zh: '请求正文不是 UTF-8 文本', en: 'The body is not UTF-8 text' },
    detail: { zh: '请以 UTF-8 编码发送文件原文。', en: 'Send the file as it is, in UTF-8.' },
  },
  'invalid-idempotency-key': {
    status: 400,
    title: { zh: 'Idempotency-Key 不合格式', en: 'The Idempotency-Key does not fit' },
    detail: {
      zh: '请用 8 至 100 个字母、数字、点、下划线或连字符，每次写入用新的一个。',
      en: 'Use 8 to 100 letters, digits, dots, underscores or hyphens, a new one for every write.',
    },
  },
  'not-authenticated': {
    status: 401,
    title: { zh: '需要有效的令牌', en: 'A valid token is needed' },
    detail: {
      zh: '请在请求头写 authorization: Bearer tl_…。令牌可能写错、已过期或已撤销；请向管理员申请。',
      en: 'Send the header authorization: Bearer tl_…. The token may be mistyped, expired or revoked; an admin gives out new ones.',
    },
  },
  forbidden: {
    status: 403,
    title: { zh: '您的角色不能这样做', en: 'Your roles do not allow this' },
    detail: {
      zh: '请向管理员申请 errors 所列的角色之一。',
      en: 'Ask an admin for one of the roles that errors lists.',
    },
  },
  'own-draft': {
    status: 403,
    title: { zh: '不能审批自己改过的草案', en: 'Nobody approves a draft that they changed' },
    detail: {
      zh: '请由没有改过这份草案的人审批。',
      en: 'Let someone approve it who has not changed this draft.',
    },
  },
  'unknown-route': {
    status: 404,
    title: { zh: '没有这个地址', en: 'No such address' },
    detail: { zh: '可用的地址见 /openapi.json。', en: 'See /openapi.json for what there is.' },
  },
  'unknown-pack': {
    status: 404,
    title: { zh: '没有这个规则包', en: 'No such pack' },
    detail: { zh: '已有的规则包见 /v1/packs。', en: 'See /v1/packs for those there are.' },
  },
  'unknown-version': {
    status: 404,
    title: { zh: '没有这个版本', en: 'No such version' },
    detail: {
      zh: '已有的版本见 /v1/packs/{pack}/versions。',
      en: 'See /v1/packs/{pack}/versions for those there are.',
    },
  },
  'unknown-draft': {
    status: 404,
    title: { zh: '没有这份草案', en: 'No such draft' },
    detail: { zh: '已有的草案见 /v1/packs/{pack}/drafts。', en: 'See /v1/packs/{pack}/drafts for those there are.' },
  },
  'no-such-file': {
    status: 404,
    title: { zh: '没有这个文件', en: 'No such file' },
    detail: { zh: '已有的文件见此版本或草案的 files。', en: 'See files of the version or draft for those there are.' },
  },
  'unknown-token': {
    status: 404,
    title: { zh: '没有这个令牌', en: 'No such token' },
    detail: { zh: '已有的令牌见 /v1/tokens。', en: 'See /v1/tokens for those there are.' },
  },
  'unknown-problem': {
    status: 404,
    title: { zh: '没有这种错误', en: 'No such problem' },
    detail: { zh: '各种错误见 /problems。', en: 'See /problems for those there are.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '此地址不支持该方法', en: 'The address does not take this method' },
    detail: { zh: '可用的方法见 Allow 响应头。', en: 'The Allow header lists those it takes.' },
  },
  'draft-not-open': {
    status: 409,
    title: { zh: '草案不在编辑中', en: 'The draft is not being edited' },
    detail: {
      zh: '已提交的草案须先退回；已批准或已作废的草案不能再改，请另建。',
      en: 'A submitted draft has to be sent back first; an approved or discarded one stays as it is: make a new one.',
    },
  },
  'draft-not-submitted': {
    status: 409,
    title: { zh: '草案尚未提交', en: 'The draft is not submitted' },
    detail: { zh: '请先提交，通过检查后再审批。', en: 'Submit it first; what passes the checks can be approved.' },
  },
  'used-pack-changed': {
    status: 409,
    title: { zh: '所用规则包已有新版本', en: 'A pack that it uses was published anew' },
    detail: {
      zh: '请退回并重新提交草案，使其按现行版本检查。',
      en: 'Send the draft back and submit it again, so that it is checked against what is in use.',
    },
  },
  'published-meanwhile': {
    status: 409,
    title: { zh: '其间已有人发布', en: 'It was published meanwhile' },
    detail: {
      zh: '请查看 /v1/packs/{pack}/publications，再以最新的 seq 作为 expectedSeq 重试。',
      en: 'Look at /v1/packs/{pack}/publications, then try again with the latest seq as expectedSeq.',
    },
  },
  'already-published': {
    status: 409,
    title: { zh: '此版本已是现行版本', en: 'This version is the published one' },
    detail: { zh: '无需再次发布。', en: 'There is no need to publish it again.' },
  },
  busy: {
    status: 409,
    title: { zh: '写入的人太多', en: 'Too many writers at once' },
    detail: { zh: '没有写入任何内容。请稍后重试。', en: 'Nothing was written. Try again in a moment.' },
  },
  'revision-differs': {
    status: 412,
    title: { zh: '草案其间已被改动', en: 'The draft was changed meanwhile' },
    detail: {
      zh: '请重新读取草案，核对后以新的 ETag 作为 If-Match 重试。',
      en: 'Read the draft again, compare, and try again with its new ETag as If-Match.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '请求正文过大', en: 'The body is too large' },
    detail: { zh: '上限为 10 MB。请分批提交。', en: 'The limit is 10 MB. Send it in parts.' },
  },
  'stream-too-large': {
    status: 413,
    title: { zh: '记录流过大', en: 'The stream is too large' },
    detail: { zh: '上限为 100 MB。请分批提交。', en: 'The limit is 100 MB. Send it in parts.' },
  },
  'stream-head-too-large': {
    status: 413,
    title: { zh: '记录流的第一行过大', en: 'The first line of the stream is too large' },
    detail: {
      zh: '上限为 1 MB。请只在 context 中给出记录之外的台账，记录逐行发送。',
      en: 'The limit is 1 MB. Give as context only the ledger around the records, and each record as a line.',
    },
  },
  'pack-too-large': {
    status: 413,
    title: { zh: '规则包过大', en: 'The pack is too large' },
    detail: {
      zh: '每个文件不超过 1 MB，规则（不计 cases 和 samples）合计不超过 1 MB，全部不超过 4 MB 和 200 个文件。请拆分。',
      en: 'At most 1 MB a file, 1 MB for the rules (without cases and samples), 4 MB and 200 files in all. Split it.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '正文格式不支持', en: 'Unsupported kind of body' },
    detail: {
      zh: '请以此地址在 /openapi.json 中所列的 content-type 发送未压缩的正文，通常是 application/json。',
      en: 'Send a plain body of the content-type that /openapi.json lists for the address, usually application/json.',
    },
  },
  'invalid-request': {
    status: 422,
    title: { zh: '请求内容有误', en: 'The request does not fit' },
    detail: { zh: '请按 errors 所列位置改正。', en: 'Correct the places that errors lists.' },
  },
  'unknown-file': {
    status: 422,
    title: { zh: '规则包中不能有这个文件', en: 'A pack has no such file' },
    detail: {
      zh: '文件名见 docs/pack-format.md，如 parameters.json、requirements/coverage.json。',
      en: 'docs/pack-format.md lists the names, such as parameters.json, requirements/coverage.json.',
    },
  },
  'faulty-pack': {
    status: 422,
    title: { zh: '规则有误', en: 'The rules have faults' },
    detail: {
      zh: '请按 diagnostics 所列的文件、行、列改正。',
      en: 'Correct the files, lines and columns that diagnostics lists.',
    },
  },
  'failing-cases': {
    status: 422,
    title: { zh: '案例不符', en: 'Cases fail' },
    detail: {
      zh: '规则与 cases 中写明的结果不符。请改正规则；若变更正是所愿，请一并修改案例。',
      en: 'The rules do not give what the cases say. Correct the rules or, if the change is meant, the cases with them.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { zh: 'Idempotency-Key 已用于另一请求', en: 'The Idempotency-Key was used for another request' },
    detail: { zh: '请为新的写入换一个。', en: 'Use a new one for a new write.' },
  },
  'not-computable': {
    status: 422,
    title: { zh: '无法精确计算', en: 'Not exactly computable' },
    detail: { zh: '请按 errors 所列说明检查台账。', en: 'Check the ledger for what errors says.' },
  },
  'answer-too-large': {
    status: 422,
    title: { zh: '结果过大', en: 'The answer would be too large' },
    detail: { zh: '请按 errors 所列说明缩小范围。', en: 'Narrow the request as errors says.' },
  },
  'revision-required': {
    status: 428,
    title: { zh: '缺少 If-Match', en: 'If-Match is missing' },
    detail: {
      zh: '请在 If-Match 写上读取草案时得到的 ETag，以免覆盖他人的改动。',
      en: 'Send the ETag that came with the draft as If-Match, so that nobody’s change is overwritten.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: { zh: '请按 Retry-After 稍后重试。', en: 'Try again after the seconds in Retry-After.' },
  },
  internal: {
    status: 500,
    title: { zh: '内部错误', en: 'Internal error' },
    detail: { zh: '请凭 instance 编号联系管理员。', en: 'Give the id in instance to whoever runs this service.' },
  },
  'database-unavailable': {
    status: 503,
    title: { zh: '数据库暂不可用', en: 'The database is not available' },
    detail: {
      zh: '请管理员查看是否已执行 wrangler d1 migrations apply DB。',
      en: 'Whoever runs this service should see whether wrangler d1 migrations apply DB was run.',
    },
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof PROBLEMS
