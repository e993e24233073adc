import { pointerOf } from '@tiaoli/engine/plan'
import type { DomainError, DomainErrorCode, DomainErrorDetails, SampleFault } from '../errors/domain-error.ts'
import { ProblemError, type ProblemPlace } from './problem-error.ts'
import type { RequestPlaces } from './request-places.ts'
import { unknownFilePlace } from './unknown-file-place.ts'
import { unknownVersionPlace } from './unknown-version-place.ts'

/** Names of files that one problem lists. */
const MAX_UNKNOWN_FILES = 20

type ProblemTable = {
  readonly [Code in DomainErrorCode]: (details: DomainErrorDetails[Code], places: RequestPlaces) => ProblemError
}

/** The problem for each domain error. */
const PROBLEMS: ProblemTable = {
  busy: () => new ProblemError('busy'),
  'database-unavailable': ({ cause }) => new ProblemError('database-unavailable', [], {}, { cause }),
  'unknown-pack': ({ suggestion }) => new ProblemError('unknown-pack', [], { suggestion }),
  'unknown-version': ({ pack, argument }) => invalidRequest(unknownVersionPlace(pack, `/${argument}`)),
  'damaged-version': ({ pack, version }) =>
    new ProblemError('damaged-version', [
      {
        pointer: '',
        code: 'damaged-version',
        detail: { zh: `受损的是 ${pack} 第 ${version} 版。`, en: `Version ${version} of ${pack} is damaged.` },
      },
    ]),
  'unknown-draft': () => new ProblemError('unknown-draft'),
  'draft-not-open': () => new ProblemError('draft-not-open'),
  'draft-not-submitted': () => new ProblemError('draft-not-submitted'),
  'revision-differs': () => new ProblemError('revision-differs'),
  'own-draft': () => new ProblemError('own-draft'),
  'submission-differs': () => new ProblemError('submission-differs'),
  'used-pack-changed': () => new ProblemError('used-pack-changed'),
  'compared-with-other': () => new ProblemError('compared-with-other'),
  'second-person-needed': () => new ProblemError('second-person-needed'),
  'published-meanwhile': () => new ProblemError('published-meanwhile'),
  'already-published': () => new ProblemError('already-published'),
  'too-many-drafts': ({ most }) =>
    new ProblemError('too-many-drafts', [
      {
        pointer: '',
        code: 'too-many-drafts',
        detail: { zh: `每人最多 ${most} 个。`, en: `One person may have ${most}.` },
      },
    ]),
  'no-room': ({ most }) =>
    new ProblemError('no-room', [
      {
        pointer: '',
        code: 'no-room',
        detail: { zh: `每人合计最多 ${most} 字节。`, en: `One person may have ${most} bytes.` },
      },
    ]),
  'unknown-files': ({ paths }, places) =>
    new ProblemError(
      'unknown-file',
      paths.slice(0, MAX_UNKNOWN_FILES).map((path) => unknownFilePlace(filePointer(path, places))),
    ),
  'pack-too-large': () => new ProblemError('pack-too-large'),
  'pack-json-missing': (_, places) =>
    invalidRequest({
      pointer: filePointer('pack.json', places),
      code: 'missing',
      detail: { zh: '规则包必须有 pack.json。', en: 'A pack must contain pack.json.' },
    }),
  'other-pack': (_, places) =>
    invalidRequest({
      pointer: filePointer('pack.json', places),
      code: 'other-pack',
      detail: {
        zh: 'pack.json 中的 id 必须与地址中的规则包一致。',
        en: 'The id in pack.json must be the pack in the address.',
      },
    }),
  'unknown-token': () => new ProblemError('unknown-token'),
  'reserved-name': () =>
    invalidRequest({
      pointer: '/holder',
      code: 'reserved-name',
      detail: {
        zh: '这个名称由系统保留。请填写使用令牌的人员或程序的名称。',
        en: 'This name is reserved for the service. Give the name of the person or program that uses the token.',
      },
    }),
  'alike-name': ({ name }) =>
    invalidRequest({
      pointer: '/holder',
      code: 'alike-name',
      detail: {
        zh: `这个名称与已有的“${name}”看起来一样。若是同一人，请照原样填写；若是另一人，请换用能区分的名称，如加上单位。`,
        en: `This name looks like “${name}”, which exists. If it is the same person, write it that way; if not, give a name that can be told from it, such as one with the office.`,
      },
    }),
  'already-expired': () =>
    invalidRequest({
      pointer: '/expiresAt',
      code: 'already-past',
      detail: { zh: '失效时间必须晚于现在。', en: 'The expiry must be in the future.' },
    }),
  'faulty-pack': ({ diagnostics }) => new ProblemError('faulty-pack', [], { diagnostics }),
  'failing-cases': ({ failures }) => new ProblemError('failing-cases', [], { failures }),
  'unfit-samples': ({ faults }) => invalidRequest(...faults.map(samplePlace)),
}

export function problemOfDomainError<Code extends DomainErrorCode>(
  { code, details }: DomainError<Code>,
  places: RequestPlaces,
): ProblemError {
  return PROBLEMS[code](details, places)
}

function invalidRequest(...places: readonly ProblemPlace[]): ProblemError {
  return new ProblemError('invalid-request', places)
}

function filePointer(path: string, { files = '/files' }: RequestPlaces): string {
  return files === null ? '' : files + pointerOf([path])
}

/** The request names only the draft, so the message contains the place. */
function samplePlace({ sample, pointer, line, column, code, message }: SampleFault): ProblemPlace {
  if (line !== undefined)
    return {
      pointer: '',
      code,
      detail: {
        zh: `样例台账 ${sample}:${line}:${column} 无法读取：${message.zh}`,
        en: `The sample ledger ${sample}:${line}:${column} cannot be read: ${message.en}`,
      },
    }
  const place = pointer === '' ? sample : `${sample}#${pointer}`
  return {
    pointer: '',
    code,
    detail: {
      zh: `样例台账 ${place} 不符合草案的规则：${message.zh}请改正或删去该样例。`,
      en: `The sample ledger ${place} does not fit the rules of the draft: ${message.en} Correct or remove the sample.`,
    },
  }
}
