import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The default leaves one core idle, which on a small machine is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/api/**', 'test/cli/**', 'test/e2e/**'],
          // A slow machine is no fault: what must not take long is counted, not timed.
          testTimeout: 60_000,
        },
      },
      './test/api/vitest.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['test/cli/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
