/**
 * Builds the workbench into the folder from which the Worker serves files.
 * @module
 */
import { join } from 'node:path'
import { build } from 'vite'

const CONFIGURATION = join(import.meta.dirname, '..', 'packages', 'workbench', 'vite.config.ts')

/** Builds it anew: that takes a second or two. */
export async function buildWorkbench(): Promise<void> {
  await build({ configFile: CONFIGURATION, logLevel: 'warn' })
}

if (import.meta.main) await buildWorkbench()
