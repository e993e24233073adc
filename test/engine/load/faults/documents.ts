import type { Fault } from '../../../support/diagnose.ts'
import { requirement, words } from '../../../support/toy-pack.ts'

const NOTICE = 'documents/notice/clauses.json'
const from = '2019-01-01'
const notice = (...changes: object[]) => ({
  documents: { notice: { document: { effective: { from } }, clauses: [{ id: 'a1', changes }] } },
})

/** Documents that cannot be found, and changes that cannot be. */
export const DOCUMENT_FAULTS: [what: string, fault: Fault][] = [
  [
    'several documents of which none is named the first',
    {
      code: 'first-document',
      parts: {
        ...notice({ ends: ['code/c1'] }),
        pack: { document: undefined },
        requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, clauses: ['code/c1'] })],
      },
      file: 'pack.json',
      pointer: '',
      says: ['code、notice', 'code, notice'],
    },
  ],
  [
    'a first document that is not there',
    {
      code: 'unknown-document',
      parts: {
        pack: { document: 'coed' },
        requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, clauses: ['code/c1'] })],
      },
      file: 'pack.json',
      pointer: '/document',
      suggestion: 'code',
    },
  ],
  [
    'the end of a document that is not there',
    {
      code: 'unknown-document',
      parts: notice({ ends: [{ document: 'cade' }] }),
      file: NOTICE,
      pointer: '/clauses/0/changes/0/ends/0/document',
      suggestion: 'code',
    },
  ],
  [
    'a prolonged document that is not there',
    {
      code: 'unknown-document',
      parts: notice({ prolongs: [{ document: 'cade' }], to: '2020-12-31' }),
      file: NOTICE,
      pointer: '/clauses/0/changes/0/prolongs/0/document',
      suggestion: 'code',
    },
  ],
  [
    'the end of a clause that is not there',
    {
      code: 'unknown-clause',
      parts: notice({ ends: ['c1', 'notice/a2'] }),
      file: NOTICE,
      pointer: '/clauses/0/changes/0/ends/1',
      suggestion: 'notice/a1',
    },
  ],
  [
    'the end of a requirement that is not there',
    {
      code: 'unknown-requirement',
      parts: notice({ replaces: [{ requirement: 'licens' }] }),
      file: NOTICE,
      pointer: '/clauses/0/changes/0/replaces/0/requirement',
      suggestion: 'licence',
    },
  ],
  [
    'a change from no day',
    {
      code: 'change-without-day',
      parts: { documents: { notice: { clauses: [{ id: 'a1', changes: [{ ends: ['c1'] }] }] } } },
      file: NOTICE,
      pointer: '/clauses/0/changes/0',
    },
  ],
  [
    'a clause that is ended on two days',
    {
      code: 'changed-twice',
      parts: notice({ ends: ['c1'] }, { ends: ['c1'], from: '2020-01-01' }),
      file: NOTICE,
      pointer: '/clauses/0/changes/1/ends/0',
      says: ['2019-01-01', '2019-01-01'],
    },
  ],
  [
    'a document that is ended by two clauses',
    {
      code: 'changed-twice',
      parts: notice({ ends: [{ document: 'code' }] }, { ends: [{ document: 'code' }] }),
      file: NOTICE,
      pointer: '/clauses/0/changes/1/ends/0/document',
    },
  ],
  [
    'clauses of a folder without document.json',
    {
      code: 'missing-file',
      parts: { clauses: [] },
      edit: (files) => {
        files[NOTICE] = JSON.stringify({
          clauses: [{ id: 'a1', text: words('通知。'), force: 'must', testability: 'full' }],
        })
      },
      file: NOTICE,
      pointer: '',
      says: ['documents/notice/document.json', 'documents/notice/document.json'],
    },
  ],
]
