// What test/api/vitest.config.ts adds to the Worker's environment.
declare namespace Cloudflare {
  interface Env {
    TEST_ADMIN_TOKEN: string
    BAD_REQUESTS: string
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
