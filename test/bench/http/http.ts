import autocannon from 'autocannon'
import { medianOf } from '../measure.ts'
import { short, times, type PartReport } from '../report/part.ts'
import { ganzhouWorkload } from '../workload/ganzhou.ts'
import type { Workload } from '../workload/workload.ts'
import { measureStreams } from './stream-load.ts'
import { bundle, serve, type Served } from './workers.ts'

const SECONDS = 2
const ROUNDS = 3
const CONNECTIONS = 16
/** Cloudflare takes at most 3 MB compressed on the free plan, and gives a Worker a second to start. */
const BUDGET = { gzipped: 1_000_000, startedIn: 1000 }

interface Load {
  name: string
  detail: 'verdicts' | 'findings'
  statuses?: string[]
}

const LOADS: readonly Load[] = [
  { name: 'one firm, every verdict', detail: 'verdicts' },
  { name: 'one firm, what is not met with its findings', detail: 'findings', statuses: ['not_met'] },
  { name: 'one firm, every finding', detail: 'findings' },
]

/** The service as it would be deployed, under load, against a worker that only parses and echoes the same body. */
export async function measurePart(): Promise<PartReport> {
  const { bytes, gzipped } = bundle()
  const served = await serve()
  try {
    const workload = ganzhouWorkload()
    const ledger = oneFirm(workload)
    const rows = []
    for (const load of LOADS) rows.push(await measureLoad(load, ledger, served))
    const streams = await measureStreams(workload, served)
    return {
      title: 'Over HTTP',
      text: [
        `The production bundle of the service in \`workerd serve\`, loaded by autocannon over ${CONNECTIONS} connections for ${SECONDS} s at a time, in turns with a worker that parses the same body and sends it back, and with one that has the pack in memory and only parses, evaluates and serialises: what the service adds to the engine; medians of ${ROUNDS} rounds. workerd runs a Worker in one thread, and the load generator shares the machine. workerd has no D1 by itself, so the registry is a Durable Object's SQLite, one call away. Which version of the pack is published is read from it for every request.`,
        'The stream is NDJSON of the firms of the sample city, over and over, through the streaming endpoint: 45,000 lines in two requests, because one takes at most 100 MB; in turns with a worker that splits the same body into lines, parses each and sends it back.',
        `The bundle is ${short(bytes / 1000)} kB, ${short(gzipped / 1000)} kB gzipped (budget ${short(BUDGET.gzipped / 1000)} kB); from starting workerd to the first answer it takes ${short(served.startedIn)} ms (budget ${short(BUDGET.startedIn)} ms).`,
      ],
      tables: [
        {
          title: 'Evaluate against echo',
          table: {
            heading: [
              'request',
              'body (bytes)',
              'requests / s',
              'p99 (ms)',
              'echo requests / s',
              'echo p99 (ms)',
              'echo : evaluate',
              'engine alone requests / s',
              'engine alone : evaluate',
            ],
            rows: rows.map(({ name, body, evaluate, engine, echo }) => [
              name,
              short(body),
              short(evaluate.rate),
              short(evaluate.p99),
              short(echo.rate),
              short(echo.p99),
              times(echo.rate / evaluate.rate),
              short(engine.rate),
              times(engine.rate / evaluate.rate),
            ]),
          },
        },
        {
          title: 'A stream of 45,000 firms against echo',
          table: {
            heading: [
              'what is written',
              'bytes in by firm',
              'bytes out by firm',
              'evaluate (µs by firm)',
              'echo (µs by firm)',
              'evaluate : echo',
            ],
            rows: streams.map(({ name, bytesIn, bytesOut, evaluated, echoed }) => [
              name,
              short(bytesIn),
              short(bytesOut),
              short(evaluated),
              short(echoed),
              times(evaluated / echoed),
            ]),
          },
        },
      ],
      plots: [],
      data: { bundle: { bytes, gzipped }, startedIn: served.startedIn, budget: BUDGET, rows, streams },
    }
  } finally {
    await served.stop()
  }
}

async function measureLoad({ name, ...detail }: Load, ledger: unknown, { at }: Served) {
  const body = JSON.stringify({ asOf: '2021-01-01', ...detail, ledger })
  const url = `${at.worker}/v1/packs/ganzhou-2018-32/evaluate`
  const evaluated: Shot[] = []
  const bare: Shot[] = []
  const echoed: Shot[] = []
  for (let round = 0; round < ROUNDS; round++) {
    evaluated.push(await shoot(url, body))
    bare.push(await shoot(at.engine, body))
    echoed.push(await shoot(at.echo, body))
  }
  return {
    name,
    body: body.length,
    evaluate: medianShot(evaluated),
    engine: medianShot(bare),
    echo: medianShot(echoed),
  }
}

interface Shot {
  rate: number
  p99: number
}

async function shoot(url: string, body: string): Promise<Shot> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    connections: CONNECTIONS,
    duration: SECONDS,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals and ${errors} errors`)
  return { rate: requests.average, p99: latency.p99 }
}

function medianShot(shots: readonly Shot[]): Shot {
  return { rate: medianOf(shots.map(({ rate }) => rate)), p99: medianOf(shots.map(({ p99 }) => p99)) }
}

/** The smallest ledger that says everything of one firm: its county, and the city without other firms. */
function oneFirm(workload: Workload): unknown {
  const ledger = workload.ledger as { counties: { firms: unknown[] }[] }
  const counties = ledger.counties.slice(0, 1).map((county) => ({ ...county, firms: county.firms.slice(0, 1) }))
  return { ...ledger, counties }
}
