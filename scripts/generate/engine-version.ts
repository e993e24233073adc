import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The module by which the engine knows its version: bundled for a Worker or packed for npm, it cannot read package.json. */
export function engineVersion(engine: string): string {
  const { version } = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as { version: string }
  return `// Generated from package.json; do not edit. Run: npx --yes pnpm@12.21.0 generate
/** The engine's version, as receipts name it. */
export const ENGINE_VERSION = '${version}'
`
}
