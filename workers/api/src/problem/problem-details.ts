import type { Text } from '@tiaoli/engine'

interface ProblemDetails {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  title: Text
  /** What to do about it. Names of fields and commands are between backticks. */
  detail: Text
}

/** Every way in which a request can fail, by code. `/problems/{code}` shows it. */
export const PROBLEM_DETAILS = {
  'malformed-json': {
    status: 400,
    title: { zh: '请求正文的 JSON 有误', en: 'The JSON in the body has errors' },
    detail: { zh: '请按 `errors` 指出的位置改正。', en: 'Correct the places listed in `errors`.' },
  },
  'not-text': {
    status: 400,
    title: { zh: '请求正文不是 UTF-8 文本', en: 'The body is not UTF-8 text' },
    detail: { zh: '请以 UTF-8 编码发送文件原文。', en: 'Send the file unchanged, encoded in UTF-8.' },
  },
  'malformed-form': {
    status: 400,
    title: { zh: '请求正文不是完整的表单', en: 'The body is no complete form' },
    detail: {
      zh: '请以 multipart/form-data 发送：`Content-Type` 中的 boundary 须与正文一致，各部分须有名称，末尾须有结束行。常用的程序库会自行写好。',
      en: 'Send multipart/form-data: the boundary in `Content-Type` has to be that of the body, every part needs a name, and the last line ends the form. Libraries for HTTP write all this.',
    },
  },
  'incomplete-body': {
    status: 400,
    title: { zh: '请求正文没有发送完', en: 'The body broke off before its end' },
    detail: { zh: '请重新发送。', en: 'Send the request again.' },
  },
  'invalid-idempotency-key': {
    status: 400,
    title: { zh: 'Idempotency-Key 格式不正确', en: 'The Idempotency-Key is malformed' },
    detail: {
      zh: '请使用 8 至 100 个英文字母、数字、点、下划线或连字符，每次写入都换用新的值。',
      en: 'Use 8 to 100 letters, digits, dots, underscores or hyphens, and a new value for every write.',
    },
  },
  'not-authenticated': {
    status: 401,
    title: { zh: '需要有效的令牌', en: 'A valid token is required' },
    detail: {
      zh: '请在请求头中写明 `Authorization: Bearer tl_…`。如已写明，则令牌有误、已过期或已撤销，请向管理员申请新的令牌。',
      en: 'Send the header `Authorization: Bearer tl_…`. If you did, the token is mistyped, expired or revoked: ask an admin for a new one.',
    },
  },
  forbidden: {
    status: 403,
    title: { zh: '您的角色没有此项权限', en: 'Your roles do not allow this' },
    detail: {
      zh: '请向管理员申请 `errors` 所列的角色之一。',
      en: 'Ask an admin for one of the roles listed in `errors`.',
    },
  },
  'own-draft': {
    status: 403,
    title: { zh: '不能审批自己修改过的草案', en: 'You cannot approve a draft that you changed' },
    detail: {
      zh: '请由没有修改过这份草案的人审批。',
      en: 'Ask someone who has not changed the draft to approve it.',
    },
  },
  'unknown-route': {
    status: 404,
    title: { zh: '没有这个地址', en: 'Unknown address' },
    detail: { zh: '所有地址见 /openapi.json。', en: 'All addresses are listed in /openapi.json.' },
  },
  'unknown-pack': {
    status: 404,
    title: { zh: '没有这个规则包', en: 'Unknown pack' },
    detail: { zh: '现有的规则包见 /v1/packs。', en: 'All packs are listed at /v1/packs.' },
  },
  'unknown-version': {
    status: 404,
    title: { zh: '没有这个版本', en: 'Unknown version' },
    detail: {
      zh: '现有的版本见 /v1/packs/{pack}/versions。',
      en: 'All versions are listed at /v1/packs/{pack}/versions.',
    },
  },
  'unknown-draft': {
    status: 404,
    title: { zh: '没有这份草案', en: 'Unknown draft' },
    detail: {
      zh: '现有的草案见 /v1/packs/{pack}/drafts。',
      en: 'All drafts are listed at /v1/packs/{pack}/drafts.',
    },
  },
  'no-such-file': {
    status: 404,
    title: { zh: '没有这个文件', en: 'Unknown file' },
    detail: {
      zh: '现有的文件见此版本或草案的 `files`。',
      en: 'All files are listed in `files` of the version or draft.',
    },
  },
  'unknown-token': {
    status: 404,
    title: { zh: '没有这个令牌', en: 'Unknown token' },
    detail: { zh: '现有的令牌见 /v1/tokens。', en: 'All tokens are listed at /v1/tokens.' },
  },
  'unknown-problem': {
    status: 404,
    title: { zh: '没有这种错误', en: 'Unknown problem' },
    detail: { zh: '所有错误种类见 /problems。', en: 'All problems are listed at /problems.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '此地址不支持该方法', en: 'Method not allowed' },
    detail: { zh: '可用的方法见响应头 `Allow`。', en: 'The `Allow` header lists the methods of this address.' },
  },
  'draft-not-open': {
    status: 409,
    title: { zh: '草案现在不能修改', en: 'The draft cannot be changed now' },
    detail: {
      zh: '已提交的草案须先退回。已批准或已作废的草案不能再改，请新建草案。',
      en: 'A submitted draft must be rejected first. An approved or discarded draft cannot be changed: create a new one.',
    },
  },
  'draft-not-submitted': {
    status: 409,
    title: { zh: '草案尚未提交', en: 'The draft is not submitted' },
    detail: {
      zh: '只有已提交的草案才能批准或退回。请先提交。',
      en: 'Only a submitted draft can be approved or rejected. Submit it first.',
    },
  },
  'submission-differs': {
    status: 409,
    title: { zh: '草案的文件与提交时不一致', en: 'The files of the draft are not those that were submitted' },
    detail: {
      zh: '请退回草案，由作者核对后重新提交。请告知管理员：数据库可能受损或被改动。',
      en: 'Reject the draft, so that its authors check it and submit it again. Tell the operator: the database may be damaged or altered.',
    },
  },
  'used-pack-changed': {
    status: 409,
    title: { zh: '所用规则包已发布另一版本', en: 'Another version of a used pack has been published' },
    detail: {
      zh: '请退回草案并重新提交，以便按现行版本检查。',
      en: 'Reject the draft and submit it again, so that it is checked with the published version.',
    },
  },
  'compared-with-other': {
    status: 409,
    title: { zh: '提交时对照的版本已不是现行版本', en: 'The version that it was compared with is no longer published' },
    detail: {
      zh: '如照此办理，此后发布的修改会在无人看到的情况下被撤销。待批准的，请退回草案，由作者核对后重新提交；已批准而未发布的，请从现行版本另起草案。',
      en: 'It would undo what was published since, and nobody would have seen that. If it waits for approval, reject the draft, so that its authors check it and submit it again; if it is approved and was never published, begin a draft from the published version.',
    },
  },
  'second-person-needed': {
    status: 409,
    title: { zh: '此事须由两人共同办理', en: 'This takes two persons' },
    detail: {
      zh: '还没有另一人提出同样的请求。请先把同样的正文发送到此地址后加 `/requests` 的地址登记，七天内再由另一人在此办理。',
      en: 'Nobody else has asked for the same. Send the same body to this address with `/requests` after it; another person can then do it here within seven days.',
    },
  },
  'published-meanwhile': {
    status: 409,
    title: { zh: '在此期间已有人发布', en: 'Someone has published in the meantime' },
    detail: {
      zh: '请查看 /v1/packs/{pack}/publications，再以最新的 `seq` 作为 `expectedSeq` 重试。',
      en: 'Look at /v1/packs/{pack}/publications, then try again with the latest `seq` as `expectedSeq`.',
    },
  },
  'already-published': {
    status: 409,
    title: { zh: '此版本已是现行版本', en: 'This version is already published' },
    detail: { zh: '无需再次发布。', en: 'You do not need to publish it again.' },
  },
  'too-many-drafts': {
    status: 409,
    title: { zh: '草案数量已达上限', en: 'There are as many drafts as one person may have' },
    detail: {
      zh: '每人起草的草案，未批准且未作废的，数量不得超过 `errors` 写明的上限。请先作废不再需要的草案。',
      en: 'Of drafts that are neither approved nor discarded, one person may have begun as many as `errors` says. Discard those that are not needed.',
    },
  },
  'no-room': {
    status: 409,
    title: { zh: '草案占用的空间已达上限', en: 'The drafts take as much room as one person may have' },
    detail: {
      zh: '每人起草的草案，未批准且未作废的文件合计不得超过 `errors` 写明的上限，与已有版本相同的文件不计。请先作废不再需要的草案，或减小文件。',
      en: 'The drafts that one person began, and that are neither approved nor discarded, may have as many bytes in total as `errors` says, not counting files that a version has. Discard drafts that are not needed, or make files smaller.',
    },
  },
  busy: {
    status: 409,
    title: { zh: '同时写入的请求过多', en: 'Too many writes at the same time' },
    detail: { zh: '没有写入任何内容。请稍后重试。', en: 'Nothing was written. Try again in a moment.' },
  },
  'revision-differs': {
    status: 412,
    title: { zh: '草案已有新的修改', en: 'The draft has changed' },
    detail: {
      zh: '请重新读取草案，核对后以新的 `ETag` 作为 `If-Match` 重试。',
      en: 'Read the draft again, compare, and try again with its new `ETag` as `If-Match`.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '请求正文过大', en: 'The body is too large' },
    detail: { zh: '上限为 10 MB。请分批提交。', en: 'The limit is 10 MB. Split the request.' },
  },
  'stream-too-large': {
    status: 413,
    title: { zh: '记录流过大', en: 'The stream is too large' },
    detail: { zh: '上限为 100 MB。请分批提交。', en: 'The limit is 100 MB. Split the stream.' },
  },
  'stream-head-too-large': {
    status: 413,
    title: { zh: '记录流的第一行过大', en: 'The first line of the stream is too large' },
    detail: {
      zh: '上限为 1 MB。`context` 中只写记录以外的台账，记录请逐行发送。',
      en: 'The limit is 1 MB. Give only the ledger around the records in `context`, and each record on its own line.',
    },
  },
  'pack-too-large': {
    status: 413,
    title: { zh: '规则包过大', en: 'The pack is too large' },
    detail: {
      zh: '每个文件不超过 1 MB；规则（不计 cases 和 samples）合计不超过 2 MB；全部文件不超过 200 个，合计不超过 4 MB。请拆分规则包。',
      en: 'Limits: 1 MB per file; 2 MB for the rules, without cases and samples; 200 files and 4 MB in total. Split the pack.',
    },
  },
  'workbook-too-large': {
    status: 413,
    title: { zh: '工作簿过大', en: 'The workbooks are too large' },
    detail: {
      zh: '请按 `errors` 的说明减小文件，或分次发送。上限见 docs/limits.md；命令行 `tiaoli import` 的上限更高。',
      en: 'Make the files smaller as described in `errors`, or send them in several requests. The limits are in docs/limits.md; those of the command `tiaoli import` are higher.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持此种正文格式', en: 'Unsupported body format' },
    detail: {
      zh: '请发送未压缩的 UTF-8 正文，`Content-Type` 见 /openapi.json 中的此地址，通常为 application/json。',
      en: 'Send an uncompressed UTF-8 body with the `Content-Type` that /openapi.json gives for this address, usually application/json.',
    },
  },
  'unreadable-workbook': {
    status: 422,
    title: { zh: '工作簿无法读取', en: 'A workbook cannot be read' },
    detail: {
      zh: '请按 `errors` 的说明处理其中所指的文件、工作表和单元格。',
      en: 'See to the file, sheet and cell in `errors` as described there.',
    },
  },
  'invalid-request': {
    status: 422,
    title: { zh: '请求内容有误', en: 'The request is invalid' },
    detail: { zh: '请按 `errors` 指出的位置改正。', en: 'Correct the places listed in `errors`.' },
  },
  'unknown-file': {
    status: 422,
    title: { zh: '规则包中不能有这个文件', en: 'A pack cannot contain this file' },
    detail: {
      zh: '文件名见 docs/pack-format.md，如 parameters.json、requirements/coverage.json。',
      en: 'docs/pack-format.md lists the file names, such as parameters.json or requirements/coverage.json.',
    },
  },
  'faulty-pack': {
    status: 422,
    title: { zh: '规则有误', en: 'The rules have errors' },
    detail: {
      zh: '请按 `diagnostics` 指出的文件、行、列改正。',
      en: 'Correct the files, lines and columns listed in `diagnostics`.',
    },
  },
  'failing-cases': {
    status: 422,
    title: { zh: '案例不通过', en: 'Cases fail' },
    detail: {
      zh: '评价结果与案例（cases）写明的不一致，见 `failures`。请改正规则；如变更确属本意，请同时修改案例。',
      en: 'The findings differ from what the cases expect: see `failures`. Correct the rules or, if the change is intended, the cases.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { zh: 'Idempotency-Key 已用于另一请求', en: 'The Idempotency-Key was used for another request' },
    detail: { zh: '请为新的写入换用新的值。', en: 'Use a new key for a new write.' },
  },
  'not-computable': {
    status: 422,
    title: { zh: '无法精确计算', en: 'The result cannot be computed exactly' },
    detail: { zh: '请按 `errors` 的说明检查台账。', en: 'Check the ledger as described in `errors`.' },
  },
  'answer-too-large': {
    status: 422,
    title: { zh: '结果过大', en: 'The result is too large' },
    detail: { zh: '请按 `errors` 的说明缩小范围。', en: 'Narrow the request as described in `errors`.' },
  },
  'revision-required': {
    status: 428,
    title: { zh: '缺少 If-Match', en: 'If-Match is missing' },
    detail: {
      zh: '请在 `If-Match` 中写明读取草案时得到的 `ETag`，以免覆盖他人的修改。',
      en: 'Send the `ETag` of the draft as `If-Match`, so that you do not overwrite the changes of others.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: {
      zh: '请在 `Retry-After` 所示的秒数之后重试。',
      en: 'Try again after the number of seconds in `Retry-After`.',
    },
  },
  internal: {
    status: 500,
    title: { zh: '内部错误', en: 'Internal error' },
    detail: { zh: '请把 `instance` 中的编号告知管理员。', en: 'Report the id in `instance` to the operator.' },
  },
  'damaged-version': {
    status: 503,
    title: { zh: '此版本的存储内容已受损', en: 'The stored version is damaged' },
    detail: {
      zh: '存储的规则与此版本的摘要值不符，不用于评价。请改用其他版本，并告知管理员。管理员：请恢复数据库（见 docs/deploy.md），或发布另一版本。',
      en: 'The stored rules do not have the digest of the version, so nothing is evaluated with them. Use another version, and tell the operator. Operator: restore the database (docs/deploy.md), or publish another version.',
    },
  },
  'checkpoint-not-kept': {
    status: 503,
    title: { zh: '留痕的检查点未能送达库外存放处', en: 'The checkpoint of the audit log is not kept outside yet' },
    detail: {
      zh: '本次没有写入任何内容，请稍后重试。管理员：请检查 CHECKPOINT_URL 所指的地址是否接收检查点（见 docs/deploy.md）。',
      en: 'Nothing of this request was stored; try again later. Operator: see whether the address in CHECKPOINT_URL takes checkpoints (docs/deploy.md).',
    },
  },
  overloaded: {
    status: 503,
    title: { zh: '同时处理的请求过多', en: 'Too many requests are being worked on' },
    detail: {
      zh: '本次请求没有处理。请在 `Retry-After` 所示的秒数之后重试，并请减少同时发送的大请求。',
      en: 'This request was not worked on. Try again after the number of seconds in `Retry-After`, and send fewer large requests at once.',
    },
  },
  'database-unavailable': {
    status: 503,
    title: { zh: '数据库暂不可用', en: 'The database is unavailable' },
    detail: {
      zh: '本次没有写入任何内容，请稍后重试。管理员：原因见日志中的 database-unavailable；如尚未建表，请执行 `wrangler d1 migrations apply DB`。',
      en: 'Nothing of this request was stored; try again later. Operator: the log says why, as database-unavailable; if tables are missing, run `wrangler d1 migrations apply DB`.',
    },
  },
} as const satisfies Record<string, ProblemDetails>

export type ProblemCode = keyof typeof PROBLEM_DETAILS
