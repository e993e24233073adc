/**
 * `pnpm bench` measures every part and writes docs/benchmarks; `pnpm bench growth http` only these.
 * A part is a module whose `measurePart` says what it found.
 */
import { storePart, writePage, markdownOf } from './report/write.ts'
import type { PartReport } from './report/part.ts'

const PARTS: Record<string, () => Promise<{ measurePart: () => Promise<PartReport> | PartReport }>> = {
  engines: () => import('./engines.ts'),
  growth: () => import('./growth/growth.ts'),
  memory: () => import('./memory.ts'),
  stream: () => import('./stream.ts'),
  http: () => import('./http/http.ts'),
  profile: () => import('./profile.ts'),
  workbench: () => import('./workbench.ts'),
}

const asked = process.argv.slice(2).map((name) => name.replace(/^--/, ''))
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0)
  throw new Error(`there is no part ${unknown.join(', ')}; parts: ${Object.keys(PARTS).join(', ')}`)
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const started = performance.now()
  const { measurePart } = await PARTS[name]!()
  const report = await measurePart()
  storePart(name, report)
  for (const { title, table } of report.tables) console.log(`\n${title}\n${markdownOf(table)}`)
  console.log(`\n${name}: ${Math.round((performance.now() - started) / 1000)} s`)
}
writePage(Object.keys(PARTS))
