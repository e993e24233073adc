/** What the service adds to the engine is measured against this: the pack in memory, the body parsed and answered. */
import { compile, type EvaluateOptions, type Policy } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'

let policy: Policy | undefined

export default {
  async fetch(request: Request): Promise<Response> {
    const { ledger, ...options } = (await request.json()) as EvaluateOptions & { ledger: unknown }
    policy ??= compile(ganzhou) // not while the service starts
    return new Response(JSON.stringify(policy.evaluate(ledger, options)), {
      headers: { 'content-type': 'application/json' },
    })
  },
}
