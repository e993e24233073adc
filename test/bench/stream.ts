import { compile } from '@tiaoli/engine'
import type { StreamingPolicy } from '@tiaoli/engine/runtime'
import { medianOf } from './measure.ts'
import { short, times, type PartReport } from './report/part.ts'
import { takeApart } from './workload/firms.ts'
import { ganzhouWorkload } from './workload/ganzhou.ts'
import type { Workload } from './workload/workload.ts'

const ROUNDS = 3

interface Case {
  name: string
  firms: number
  detail: 'verdicts' | 'findings'
  statuses?: readonly ['not_met']
}

const CASES: readonly Case[] = [
  { name: 'every verdict', firms: 45_000, detail: 'verdicts' },
  { name: 'what is not met, as verdicts', firms: 45_000, detail: 'verdicts', statuses: ['not_met'] },
  { name: 'what is not met, as findings', firms: 5000, detail: 'findings', statuses: ['not_met'] },
  { name: 'every finding', firms: 1000, detail: 'findings' },
]

/** Firms as NDJSON in, results as NDJSON out, against parsing the same and writing the same. */
export function measurePart(): PartReport {
  const { pack, ...rest } = ganzhouWorkload()
  const policy = compile(pack)
  const rows = CASES.map((item) => measureCase(policy, { pack, ...rest }, item))
  return {
    title: 'A stream of firms',
    text: [
      'NDJSON of firms through `JSON.parse`, `evaluateEach` and `JSON.stringify`, in one thread, against `JSON.parse` of the same lines and `JSON.stringify` of the same results alone. Every finding of a firm with its quotations is more than a hundred kilobytes of JSON, so fewer firms are measured there; time is by firm.',
    ],
    tables: [
      {
        title: 'By firm',
        table: {
          heading: ['what is written', 'firms', 'bytes in', 'bytes out', 'with evaluation (µs)', 'alone (µs)', 'ratio'],
          rows: rows.map(({ name, firms, bytesIn, bytesOut, evaluated, alone }) => [
            name,
            short(firms),
            short(bytesIn),
            short(bytesOut),
            short(evaluated),
            short(alone),
            times(evaluated / alone),
          ]),
        },
      },
    ],
    plots: [],
    data: rows,
  }
}

function measureCase(policy: StreamingPolicy, { ledger, options }: Workload, { name, firms, detail, statuses }: Case) {
  const { context, records, parents } = takeApart(ledger)
  const lines = records.map((record) => JSON.stringify(record))
  const each = {
    asOf: options.asOf,
    parameters: options.parameters ?? {},
    profile: 'literal',
    scope: 'firm',
    context,
    within: (_: unknown, position: number) => parents[position % parents.length],
    detail,
    ...(statuses ? { statuses } : {}),
  }
  const results = [...policy.evaluateEach(records, each)]
  function* parsed(): Generator {
    for (let i = 0; i < firms; i++) yield JSON.parse(lines[i % lines.length]!)
  }
  let bytesOut = 0
  const evaluate = () => {
    for (const result of policy.evaluateEach(parsed(), each)) bytesOut += JSON.stringify(result).length
  }
  const alone = () => {
    let i = 0
    for (const _ of parsed()) bytesOut += JSON.stringify(results[i++ % results.length]).length
  }
  const rounds = Array.from({ length: ROUNDS }, () => [timeOf(evaluate), timeOf(alone)] as const)
  const microseconds = (place: 0 | 1) => (medianOf(rounds.map((round) => round[place])) * 1000) / firms
  return {
    name,
    firms,
    bytesIn: lines.reduce((sum, line) => sum + line.length, 0) / lines.length,
    bytesOut: bytesOut / (2 * ROUNDS * firms),
    evaluated: microseconds(0),
    alone: microseconds(1),
  }
}

function timeOf(run: () => void): number {
  const started = performance.now()
  run()
  return performance.now() - started
}
