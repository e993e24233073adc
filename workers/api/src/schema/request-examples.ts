// Bodies that /openapi.json shows; a test sends each of them.

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

export const EXAMPLES = {
  evaluate: {
    findings: {
      summary: 'What is not met or not known, with reasons',
      value: { asOf, statuses: ['not_met', 'unknown'], ledger },
    },
    verdicts: {
      summary: 'Bare verdicts of version 1 on json-rules-engine',
      value: { asOf, version: 1, detail: 'verdicts', runtime: 'json-rules-engine', ledger },
    },
    number: {
      summary: 'Trying a number, in Chinese',
      value: { asOf, parameters: { minFullMembersForBranch: 5 }, language: 'zh', ledger },
    },
  },
  questions: { most: { summary: 'The three most deciding', value: { asOf, limit: 3, ledger } } },
  calendar: { year: { summary: 'A year of open duties', value: { from: asOf, to: '2019-12-31', ledger } } },
  compare: {
    parameter: { summary: 'A version with the published one', value: { asOf, to: { version: 1 }, ledger } },
  },
  check: {
    file: {
      summary: 'One file in place of the published one',
      value: { candidate: { files: { 'lint.json': '{}' } }, runtimes: [] },
    },
  },
  draft: {
    version: { summary: 'From version 1', value: { summary: '自2027年起建立党支部须有五名正式党员', fromVersion: 1 } },
  },
  files: {
    remove: {
      summary: 'Saving one file and removing another',
      value: { files: { 'lint.json': '{}', 'samples/old.json': null } },
    },
  },
  submit: {
    days: { summary: 'With the effect on the samples on two days', value: { compareOn: [asOf, '2027-06-01'] } },
  },
  approve: { nothing: { summary: 'Nothing to add', value: {} } },
  reject: { reason: { summary: 'Saying why', value: { reason: '请注明依据的条款' } } },
  publish: {
    back: {
      summary: 'Rolling back to version 1 after publication 2',
      value: { version: 1, expectedSeq: 2, reason: '经市律师行业党委研究同意' },
    },
  },
  token: {
    officer: {
      summary: 'For a person who edits',
      value: { holder: 'officer-a', label: '规则编辑', roles: ['editor'], expiresAt: '2040-01-01T00:00:00Z' },
    },
  },
} as const
