import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What decides, besides the modules in it, what a bundle becomes: where packages lead, and the bundler itself. */
const SETTINGS = [
  'pnpm-lock.yaml',
  'package.json',
  'rules/package.json',
  'packages/*/package.json',
  'workers/*/package.json',
  'workers/*/wrangler.jsonc',
  'tsconfig*.json',
]

interface Places {
  /** The folder of the repository. */
  root: string
  /** The folder that the bundler names modules from. */
  worker: string
  bundle: string
}

/** Whether the bundle of an earlier start is there, and neither it nor anything that it was made of has changed. */
export function isBundled(places: Places): boolean {
  try {
    return readFileSync(digestFile(places), 'utf8') === digestOf(places)
  } catch {
    return false // not bundled yet, or something that it was made of is gone
  }
}

/** Notes what a bundle was made of, once it is made. */
export function noteBundle(places: Places): void {
  writeFileSync(digestFile(places), digestOf(places))
}

function digestFile({ bundle }: Places): string {
  return join(bundle, 'made-of.sha256')
}

function digestOf({ root, worker, bundle }: Places): string {
  const { inputs } = JSON.parse(readFileSync(join(bundle, 'bundle-meta.json'), 'utf8')) as { inputs: object }
  const settings = globSync(SETTINGS, { cwd: root }).sort()
  const files = [
    join(bundle, 'index.js'),
    ...settings.map((path) => join(root, path)),
    ...Object.keys(inputs).map((path) => join(worker, path)),
  ]
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(file)
    hash.update(`${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** The SHA-256 of a bundle, which the service says in its receipts. */
export function bundleDigest(script: string): string {
  return createHash('sha256').update(readFileSync(script)).digest('hex')
}
