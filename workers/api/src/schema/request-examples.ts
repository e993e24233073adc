// Bodies in /openapi.json; a test sends each of them.

const ledger = {
  id: 'ganzhou',
  counties: [
    {
      id: 'zhanggong',
      firms: [
        { id: 'F1', members: { full: 3 } },
        { id: 'F2', members: {} },
      ],
    },
  ],
}
const asOf = '2019-01-01'

export const REQUEST_EXAMPLES = {
  evaluate: {
    findings: {
      summary: 'Findings that are not met or unknown, with reasons',
      value: { asOf, statuses: ['not_met', 'unknown'], ledger },
    },
    verdicts: {
      summary: 'Verdicts of version 1 without reasons, on json-rules-engine',
      value: { asOf, version: 1, detail: 'verdicts', runtime: 'json-rules-engine', ledger },
    },
    firm: {
      summary: 'Findings on one firm',
      value: { asOf, subjects: ['F1'], ledger },
    },
    number: {
      summary: 'Another value of a parameter, texts in Chinese',
      value: { asOf, parameters: { minFullMembersForBranch: 5 }, language: 'zh', ledger },
    },
  },
  questions: {
    most: { summary: 'The three most decisive questions', value: { asOf, limit: 3, ledger } },
    firms: { summary: 'Questions about firms only', value: { asOf, scopes: ['firm'], ledger } },
  },
  calendar: { year: { summary: 'The open duties of one year', value: { from: asOf, to: '2019-12-31', ledger } } },
  papers: {
    list: {
      summary: 'What has to be put right, with the name of a firm',
      value: { asOf, names: { F1: '江西楚天律师事务所' }, ledger },
    },
  },
  template: {
    missing: { summary: 'Only what is missing', value: { missing: true, asOf, ledger } },
    known: { summary: 'With what is known', value: { ledger } },
  },
  compare: {
    parameter: { summary: 'Compare a version with the published one', value: { asOf, to: { version: 1 }, ledger } },
  },
  amend: {
    notice: {
      summary: 'Read a notice that drops part 4, item (2)',
      value: { id: 'notice-2027', from: '2027-01-01', text: '一、删去四、（二）。\n二、本通知自2027年1月1日起施行。' },
    },
  },
  check: {
    file: {
      summary: 'Replace one file of the published version',
      value: { candidate: { files: { 'lint.json': '{}' } }, runtimes: [] },
    },
  },
  draft: {
    version: {
      summary: 'Start from version 1',
      value: { summary: '自2027年起，建立党支部须有五名正式党员', fromVersion: 1 },
    },
  },
  files: {
    remove: {
      summary: 'Save one file and remove another',
      value: { files: { 'lint.json': '{}', 'samples/old.json': null } },
    },
  },
  submit: {
    days: { summary: 'Compare on the samples on two days', value: { compareOn: [asOf, '2027-06-01'] } },
  },
  approve: {
    nothing: { summary: 'An empty object', value: {} },
    reason: { summary: 'Give a reason', value: { reason: '经研究同意' } },
  },
  reject: { reason: { summary: 'Give a reason', value: { reason: '请注明依据的条款' } } },
  publish: {
    back: {
      summary: 'Roll back to version 1 after publication 2',
      value: { version: 1, expectedSeq: 2, reason: '经市律师行业党委研究同意' },
    },
  },
  token: {
    officer: {
      summary: 'A token for an editor',
      value: { holder: 'officer-a', label: '规则编辑', roles: ['editor'], expiresAt: '2040-01-01T00:00:00Z' },
    },
  },
} as const
