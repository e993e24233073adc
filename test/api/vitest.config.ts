import { join } from 'node:path'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: join(import.meta.dirname, '..', '..', 'workers', 'api', 'wrangler.jsonc') },
    }),
  ],
  test: {
    name: 'workerd',
    include: ['**/*.test.ts'],
    // jsonpath-plus, which json-rules-engine imports, resolves to the wrong build in the pool unless it is bundled.
    deps: { optimizer: { ssr: { enabled: true, include: ['json-rules-engine'] } } },
  },
})
