/**
 * Serves the API on this machine with wrangler, says so once it answers, and passes signals on.
 * Needs no account, no network and no answers to questions.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { formatDiagnostic, loadPack } from '@tiaoli/engine'
import { packIds, readPack } from './read-pack.ts'

const ROOT = join(import.meta.dirname, '..')
const PORT = Number(process.env['PORT'] ?? 8787)
const WRANGLER = join(ROOT, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const NOT_INTERACTIVE = ['--show-interactive-dev-session', 'false']
const ADDRESS = `http://localhost:${PORT}`
const SAMPLE = 'rules/ganzhou-2018-32/samples/city-of-79.json'
const WELCOME = `
Tiaoli 条理 is at ${ADDRESS}   (Ctrl-C ends it)

Try it, from the repository's folder:
  printf '{"asOf":"2019-01-01","statuses":["not_met"],"ledger":%s}' "$(cat ${SAMPLE})" | curl -s ${ADDRESS}/v1/packs/ganzhou-2018-32/evaluate -H 'content-type: application/json' -d @-
`

const faults = packIds().flatMap((id) => loadPack(readPack(id)).diagnostics.filter(({ pack }) => pack === id))
if (faults.length > 0) {
  for (const fault of faults) console.error(`${formatDiagnostic(fault, 'zh')}\n  ${fault.message.en}`)
  console.error('\n请先改正以上规则，再启动。 Correct these rules first, then start again.')
  process.exitCode = 1
} else if (await portIsFree()) await serve()
else {
  console.error(`Port ${PORT} is taken. Stop what uses it, or choose another: PORT=8788 npx --yes pnpm@12.21.0 start`)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const wrangler = spawn(
    process.execPath,
    [WRANGLER, 'dev', '--ip', '127.0.0.1', '--port', String(PORT), '--log-level', 'error', ...NOT_INTERACTIVE],
    {
      cwd: join(ROOT, 'workers', 'api'),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: 'false',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false', // the request's `cf` object would be fetched from the internet
        X_LOCAL_OBSERVABILITY: 'false', // nearly twice as fast
      },
    },
  )
  const ended = new AbortController()
  let asked = false
  wrangler.on('exit', (code) => {
    ended.abort()
    process.exitCode = asked ? 0 : (code ?? 1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      asked = true
      wrangler.kill(signal)
    })

  while (!ended.signal.aborted && !(await answers())) await setTimeout(200)
  if (!ended.signal.aborted) console.log(WELCOME)
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${ADDRESS}/health`)).ok
  } catch {
    return false
  }
}

function portIsFree(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(PORT, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
