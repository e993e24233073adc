import { compile } from '@tiaoli/engine'
import { short, type PartReport } from './report/part.ts'
import { heapInUse } from '../support/heap.ts'
import { thirtyRulesWorkload } from './workload/thirty-rules.ts'

const RECORDS = 1_000_000
const SAMPLE_EVERY = 50_000

/** Heap in use while a million records are streamed, after a full collection each time. */
export function measurePart(): PartReport {
  const { pack, ledger } = thirtyRulesWorkload()
  const policy = compile(pack)
  const { kitchens } = ledger as { kitchens: object[] }
  const points: [number, number][] = []
  function* records() {
    for (let i = 0; i < RECORDS; i++) yield { ...kitchens[i % kitchens.length], id: `K${i}` }
  }
  const started = performance.now()
  for (const { position } of policy.evaluateEach(records(), {
    asOf: '2019-01-01',
    scope: 'kitchen',
    detail: 'verdicts',
  }))
    if ((position + 1) % SAMPLE_EVERY === 0) points.push([position + 1, heapInUse() / 2 ** 20])
  const seconds = (performance.now() - started) / 1000
  const growth = points.at(-1)![1] - points[0]![1]
  return {
    title: 'Memory of a stream',
    text: [
      `A million kitchens through \`evaluateEach\` under 30 rules, one at a time: the heap in use after a full collection, every ${short(SAMPLE_EVERY)} records. From the first sample to the last it changed by ${growth.toFixed(2)} MiB. The whole took ${seconds.toFixed(0)} s, collections included.`,
    ],
    tables: [],
    plots: [
      {
        file: 'memory',
        title: 'Heap in use while a million records are streamed',
        x: 'records',
        y: 'MiB after collection',
        series: [{ name: 'heap in use', points }],
      },
    ],
    data: { points, seconds },
  }
}
