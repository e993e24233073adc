/**
 * Builds the workbench into the folder from which the Worker serves files.
 * @module
 */
import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const CONFIGURATION = join(ROOT, 'packages', 'workbench', 'vite.config.ts')
const SERVED = join(ROOT, 'workers', 'api', 'public', 'workbench')

/** Builds it anew, in a second or two. A file that is there already is left alone: servers may be giving it out. */
export async function buildWorkbench(): Promise<void> {
  const built = mkdtempSync(join(tmpdir(), 'tiaoli-workbench-'))
  try {
    await build({ configFile: CONFIGURATION, logLevel: 'warn', build: { outDir: built, emptyOutDir: true } })
    const files = filesIn(built)
    for (const file of files) {
      const [from, to] = [join(built, file), join(SERVED, file)]
      if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) continue
      mkdirSync(dirname(to), { recursive: true })
      copyFileSync(from, to)
    }
    for (const file of filesIn(SERVED)) if (!files.includes(file)) rmSync(join(SERVED, file), { force: true })
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}

function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile())
}

if (import.meta.main) await buildWorkbench()
