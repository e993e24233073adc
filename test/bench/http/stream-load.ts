import { medianOf } from '../measure.ts'
import { takeApart } from '../workload/firms.ts'
import type { Workload } from '../workload/workload.ts'
import type { Served } from './workers.ts'

const FIRMS = 45_000
/** The endpoint takes 100 MB at a time. */
const REQUESTS = 2
const ROUNDS = 3

interface StreamCase {
  name: string
  detail: 'verdicts'
  statuses?: string[]
}

const CASES: readonly StreamCase[] = [
  { name: 'every verdict', detail: 'verdicts' },
  { name: 'what is not met, as verdicts', detail: 'verdicts', statuses: ['not_met'] },
]

/** What it took to stream all firms, in microseconds by firm. */
export interface StreamRow {
  name: string
  bytesIn: number
  bytesOut: number
  evaluated: number
  echoed: number
}

/** 45,000 firms as NDJSON, in turns to the service and to a worker that only parses the lines and sends them back. */
export async function measureStreams(workload: Workload, { at }: Served): Promise<StreamRow[]> {
  const rows: StreamRow[] = []
  for (const { name, ...head } of CASES) {
    const body = bodyOf(workload, head)
    const evaluated: Sent[] = []
    const echoed: Sent[] = []
    for (let round = 0; round < ROUNDS; round++) {
      evaluated.push(await send(`${at.worker}/v1/packs/ganzhou-2018-32/evaluate/stream`, body, isWhole))
      echoed.push(await send(at['echo-lines'], body, isLine))
    }
    rows.push({
      name,
      bytesIn: (body.length * REQUESTS) / FIRMS,
      bytesOut: evaluated[0]!.bytes / FIRMS,
      evaluated: microsecondsOf(evaluated),
      echoed: microsecondsOf(echoed),
    })
  }
  return rows
}

/** The line that says what is asked, and the firms of the sample city, over and over. */
function bodyOf({ ledger, options: { asOf, profile, parameters } }: Workload, head: object): Buffer<ArrayBuffer> {
  const { context, records, parents } = takeApart(ledger)
  const lines = records.map((record, i) => JSON.stringify({ within: parents[i], record }))
  const firms = Array.from({ length: FIRMS / REQUESTS }, (_, i) => lines[i % lines.length]!)
  const first = JSON.stringify({ asOf, profile, parameters, scope: 'firm', context, ...head })
  return Buffer.from([first, ...firms, ''].join('\n'))
}

interface Sent {
  milliseconds: number
  bytes: number
}

/** Sends a body as often as it takes, until the last byte of the last answer; its end must be as expected. */
async function send(url: string, body: Buffer<ArrayBuffer>, isExpected: (end: string) => boolean): Promise<Sent> {
  const started = performance.now()
  let bytes = 0
  for (let request = 0; request < REQUESTS; request++) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body })
    let tail: Uint8Array[] = []
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length
      tail = [...tail.slice(-1), chunk]
    }
    const end = Buffer.concat(tail).toString()
    if (!response.ok || !isExpected(end)) throw new Error(`${url}: ${response.status} ${end.slice(-200)}`)
  }
  return { milliseconds: performance.now() - started, bytes }
}

function isWhole(end: string): boolean {
  return end.includes(`{"type":"end","complete":true,"records":${FIRMS / REQUESTS},"invalid":0`)
}

function isLine(end: string): boolean {
  return end.endsWith('}\n')
}

function microsecondsOf(sent: readonly Sent[]): number {
  return (medianOf(sent.map(({ milliseconds }) => milliseconds)) * 1000) / FIRMS
}
