import { defineConfig } from 'vitest/config'
import { MINUTES } from './test/timeout.ts'

export default defineConfig({
  test: {
    // The default leaves one core idle, which on a small machine is half of them.
    maxWorkers: '100%',
    // What a file imports is loaded once for all: no test changes a module.
    isolate: false,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/api/**', 'test/counted/**', 'test/dearest/**', 'test/e2e/**', 'test/workbench/**'],
          setupFiles: ['test/support/draw-from-seed.ts'],
          testTimeout: MINUTES,
          hookTimeout: MINUTES,
        },
      },
      {
        test: {
          name: 'counted',
          isolate: true,
          include: ['test/counted/**/*.test.ts'],
          setupFiles: ['test/counted/start-counting.ts'],
          testTimeout: MINUTES,
        },
      },
      './test/api/vitest.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['test/dearest/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/workbench/**/*.test.ts'],
          testTimeout: MINUTES,
          hookTimeout: MINUTES,
          // As long as a browser is waited for elsewhere: a second is too short on a busy machine.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
