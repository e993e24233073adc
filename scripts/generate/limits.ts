import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_QUOTATION_MARKS, MAX_SENTENCE } from '@tiaoli/authoring'
import { DEFAULT_LIMITS, JSON_LIMITS, MEBI, YEAR_LIMITS } from '@tiaoli/engine/plan'
import { LEAVES_OF_DECISION } from '@tiaoli/json-rules-engine'
import { OFFICE_LIMITS, type OfficeLimits } from '@tiaoli/office'
import {
  MAX_BODIES_BYTES,
  MAX_BODY_BYTES,
  MAX_BODY_SECONDS,
  MAX_CONTAINERS,
  MAX_ENTRIES,
  MAX_LINE_BYTES,
  MAX_STREAM_BYTES,
} from '../../workers/api/src/limits/body-limits.ts'
import {
  MAX_ANSWER_CHARACTERS,
  MAX_COMPARED_FINDINGS,
  MAX_DECISIONS,
  MAX_FINDINGS,
  MAX_PAPER_FINDINGS,
  MAX_RECORD_DECISIONS,
} from '../../workers/api/src/limits/finding-limits.ts'
import {
  MAX_FORM_PARTS,
  MAX_TEMPLATE_CELLS,
  MAX_TEMPLATE_LETTERS,
  MAX_WORKBOOKS,
  WORKBOOK_LIMITS,
} from '../../workers/api/src/limits/workbook-limits.ts'
import { PACK_LIMITS } from '../../workers/api/src/limits/pack-limits.ts'
import { markdown, table } from './markdown.ts'

const API = 'workers/api'
const BODY = `${API}/src/limits/body-limits.ts`
const ANSWER = `${API}/src/limits/finding-limits.ts`
const AMENDMENT = 'packages/authoring/src/amend/amendment-limits.ts'
const PACK = `${API}/src/limits/pack-limits.ts`
const WORKBOOKS = `${API}/src/limits/workbook-limits.ts`
const OFFICE = 'packages/office/src/limits.ts'
const YEARS = 'packages/engine/src/values/year-limits.ts'
const WORKER = `${API}/wrangler.jsonc`

/** What is limited, from the modules that limit it. */
export function limits(root: string): string {
  const worker = readFileSync(join(root, WORKER), 'utf8')
  const http: [what: string, limit: string, place: string][] = [
    ['A JSON body', bytes(MAX_BODY_BYTES), BODY],
    ['All bodies that are read or worked on at one time', bytes(MAX_BODIES_BYTES), BODY],
    ['The same of one caller', bytes(MAX_BODIES_BYTES / 2), BODY],
    ['Until a body has come to its end', `${count(MAX_BODY_SECONDS)} seconds`, BODY],
    ['Objects and lists in a JSON body or line', count(MAX_CONTAINERS), BODY],
    ['Names and list items in a body outside its ledger', count(MAX_ENTRIES), BODY],
    ['A stream', bytes(MAX_STREAM_BYTES), BODY],
    ['A line of a stream', bytes(MAX_LINE_BYTES), BODY],
    ['Records of a stream', count(Number(valueIn(worker, 'MAX_STREAM_RECORDS'))), `${WORKER}, \`MAX_STREAM_RECORDS\``],
    ['Findings of an answer', count(MAX_FINDINGS.findings), ANSWER],
    ['Findings with `detail: "verdicts"`', count(MAX_FINDINGS.verdicts), ANSWER],
    ['Findings with `detail: "trace"`', count(MAX_FINDINGS.trace), ANSWER],
    ['Characters of the findings of an answer', count(MAX_ANSWER_CHARACTERS), ANSWER],
    ['Verdicts on each side of a comparison', count(MAX_COMPARED_FINDINGS), ANSWER],
    ['Decisions of an answer, listed or not', count(MAX_DECISIONS.compiled), ANSWER],
    ['Decisions of an answer on json-rules-engine', count(MAX_DECISIONS['json-rules-engine']), ANSWER],
    [
      'Comparisons in the conditions of an answer on json-rules-engine',
      count(MAX_DECISIONS['json-rules-engine'] * LEAVES_OF_DECISION),
      'packages/json-rules-engine/src/reference/answer-conditions.ts',
    ],
    ['Decisions on one record of a stream', count(MAX_RECORD_DECISIONS), ANSWER],
    ['Findings of which papers are made', count(MAX_PAPER_FINDINGS), ANSWER],
    ['Cells of a template, filled or not', count(MAX_TEMPLATE_CELLS), WORKBOOKS],
    ['A template of a notice, in base64', `${count(MAX_TEMPLATE_LETTERS)} letters`, WORKBOOKS],
    ['Parts of a form', count(MAX_FORM_PARTS), WORKBOOKS],
    ['Workbooks of a form', count(MAX_WORKBOOKS), WORKBOOKS],
    ['A file of a pack', bytes(PACK_LIMITS.fileBytes), PACK],
    ['All files of a pack without cases and samples', bytes(PACK_LIMITS.ruleBytes), PACK],
    ['All files of a pack', bytes(PACK_LIMITS.packBytes), PACK],
    ['Number of files of a pack', count(PACK_LIMITS.files), PACK],
    [
      'Drafts of one person that are neither approved nor discarded',
      count(Number(valueIn(worker, 'MAX_DRAFTS'))),
      `${WORKER}, \`MAX_DRAFTS\``,
    ],
    [
      'Their files, those that no version has',
      bytes(Number(valueIn(worker, 'MAX_DRAFT_BYTES'))),
      `${WORKER}, \`MAX_DRAFT_BYTES\``,
    ],
  ]
  const library: typeof http = [
    ['Characters of a JSON text', count(JSON_LIMITS.characters), 'packages/engine/src/json/json-limits.ts'],
    ['Objects and lists inside each other', count(JSON_LIMITS.depth), 'packages/engine/src/json/json-limits.ts'],
    ['Characters of a file of a pack', count(DEFAULT_LIMITS.fileCharacters), 'packages/engine/src/pack/limits.ts'],
    ['Requirements, facts or parameters, each', count(DEFAULT_LIMITS.entries), 'packages/engine/src/pack/limits.ts'],
    [
      'Objects in the ledgers of the cases of a pack, each for every requirement and year that its case asks about',
      count(DEFAULT_LIMITS.caseObjects),
      'packages/engine/src/pack/limits.ts',
    ],
    ['Letters of a sentence of a new text that is laid beside a document', count(MAX_SENTENCE), AMENDMENT],
    ['Quotation marks of such a text', count(MAX_QUOTATION_MARKS), AMENDMENT],
  ]
  const workbook = (what: string, limit: keyof OfficeLimits, shown = count) => [
    what,
    shown(OFFICE_LIMITS[limit]),
    shown(WORKBOOK_LIMITS[limit]),
  ]
  const office = [
    workbook('A file', 'bytes', bytes),
    workbook('Files inside a zipped workbook', 'parts'),
    workbook('What is read of a zipped workbook, unpacked', 'unpackedBytes', bytes),
    workbook('Sheets', 'sheets'),
    workbook('The last row that holds something', 'rows'),
    workbook('The last column that holds something', 'columns'),
    workbook('Cells that hold something, with those of merged ranges', 'cells'),
    workbook('Formulas that fill a range', 'arrayFormulas'),
  ]
  const years: typeof http = [
    ['Of a yearly duty, that of the evaluation included', count(YEAR_LIMITS.ofDuty), YEARS],
    ['Of a list kept by year, before that of the evaluation', count(YEAR_LIMITS.unwritten), YEARS],
  ]
  const head = ['what', 'at most', 'set in']
  const rows = (some: typeof http) => some.map(([what, limit, place]) => [what, limit, placeText(place)])
  return markdown([
    '# Limits',
    'What is larger is refused, and the message says why; a stream says so in its last line.',
    '## Over HTTP',
    table(head, rows(http)),
    'Bodies, lines, workbooks and packs that are too large get 413, answers that would be get 422 `answer-too-large`, and the rest is named in `errors`. The calls of a token or an address are limited by `ratelimits` in `workers/api/wrangler.jsonc`.',
    '## Everywhere',
    table(head, rows(library)),
    'The library lists any number of findings unless `maxFindings` or `maxDecisions` limits it. `loadPack` takes other limits of a pack as its second argument.',
    '## Workbooks',
    table(['what', 'at most', 'at most over HTTP'], office),
    `The first are the limits of \`readWorkbook\` of \`@tiaoli/office\`, which takes others as an option, set in \`${OFFICE}\`; those over HTTP, in \`${WORKBOOKS}\`, fit the 128 MB of a Worker, and its cells are those of all workbooks of a request. Rows that have a format and nothing else do not count.`,
    '## Years',
    'Nothing is refused here: years that lie further back are not looked for where nobody names them.',
    table(head, rows(years)),
  ])
}

function placeText(place: string): string {
  const [path = '', ...more] = place.split(', ')
  return [`\`${path}\``, ...more].join(', ')
}

function valueIn(worker: string, name: string): string {
  const value = new RegExp(`"${name}": "(\\d+)"`).exec(worker)?.[1]
  if (value === undefined) throw new Error(`${WORKER} does not set ${name}`)
  return value
}

function count(limit: number): string {
  return limit.toLocaleString('en-US')
}

function bytes(limit: number): string {
  return `${limit / MEBI} MiB`
}
