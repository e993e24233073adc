import type { Receipt } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/** A report whose receipt also says what computed it, where that is known. */
export function withBundle<R extends { readonly receipt: Receipt }>(
  c: Context<AppEnv>,
  report: R,
): R & { readonly receipt: { readonly bundleSha256?: string } } {
  const { bundleSha256 } = c.get('ports')
  return { ...report, receipt: { ...report.receipt, ...(bundleSha256 !== undefined && { bundleSha256 }) } }
}
