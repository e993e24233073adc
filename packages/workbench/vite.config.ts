import { join } from 'node:path'
import { defineConfig } from 'vite'

/** Built into the folder from which the Worker serves files. Chrome 109 is the last that Windows 7 has. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  build: {
    outDir: join(import.meta.dirname, '../../workers/api/public/workbench'),
    emptyOutDir: true,
    target: 'chrome109',
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
})
