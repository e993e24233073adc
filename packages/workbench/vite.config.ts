import { defineConfig } from 'vite'

/** `scripts/build-workbench.ts` builds it and puts it where the Worker serves it. Chrome 109 is the last that Windows 7 has. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  build: {
    target: 'chrome109',
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
})
