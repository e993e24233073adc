/**
 * Puts Swagger UI beside the page that shows the API, so that a browser asks nobody else for it.
 * @module
 */
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const API = join(import.meta.dirname, '..', 'workers', 'api')
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Copies the files into workers/api/public/docs. A file that is there already is left alone: servers may be watching it. */
export function copyApiPage(): void {
  const swagger = dirname(createRequire(join(API, 'package.json')).resolve('swagger-ui-dist/package.json'))
  for (const file of FILES) {
    const [from, to] = [join(swagger, file), join(API, 'public', 'docs', file)]
    if (!isCopy(from, to)) copyFileSync(from, to)
  }
}

function isCopy(from: string, to: string): boolean {
  return existsSync(to) && readFileSync(from).equals(readFileSync(to))
}

if (import.meta.main) copyApiPage()
