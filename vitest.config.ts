import { defineConfig } from 'vitest/config'
import { MINUTES } from './test/timeout.ts'

export default defineConfig({
  test: {
    // The default leaves one core idle, which on a small machine is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/api/**', 'test/cli/**', 'test/counted/**', 'test/e2e/**'],
          testTimeout: MINUTES,
          hookTimeout: MINUTES,
        },
      },
      {
        test: {
          name: 'counted',
          include: ['test/counted/**/*.test.ts'],
          setupFiles: ['test/counted/start-counting.ts'],
          testTimeout: MINUTES,
        },
      },
      './test/api/vitest.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          testTimeout: MINUTES,
          hookTimeout: MINUTES,
        },
      },
    ],
  },
})
