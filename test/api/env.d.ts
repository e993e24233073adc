/// <reference types="@cloudflare/workers-types" />

// Gives `exports.default` of `cloudflare:workers` its type.
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('../../workers/api/src/index.ts')
  }
}
