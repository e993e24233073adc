/**
 * Puts Swagger UI beside the page that shows the API, so that a browser asks nobody else for it.
 * @module
 */
import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const API = join(import.meta.dirname, '..', 'workers', 'api')
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Copies the files into workers/api/public/docs. */
export function copyApiPage(): void {
  const swagger = dirname(createRequire(join(API, 'package.json')).resolve('swagger-ui-dist/package.json'))
  for (const file of FILES) copyFileSync(join(swagger, file), join(API, 'public', 'docs', file))
}

if (import.meta.main) copyApiPage()
