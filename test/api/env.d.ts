// What test/api/vitest.config.ts adds to the Worker's environment.
declare namespace Cloudflare {
  interface Env {
    TEST_ADMIN_TOKEN: string
    TEST_REGISTER: string
    BAD_REQUESTS: string
    PROPERTY_SEED: string
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}

declare module '*?raw' {
  const content: string
  export default content
}

// What Vite, which runs the tests, adds: files as they are written.
interface ImportMeta {
  glob<Content>(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, Content>
}
