import type { Receipt } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import type { Edition } from '../registry/edition.ts'
import type { AppEnv } from './app-env.ts'

/**
 * That this service computed a report, as its key signs it; nothing where it has none, or where the receipt does not say
 * of which ledger, as that of bare verdicts.
 */
export async function signatureOf(
  c: Context<AppEnv>,
  { pack, version, seq, sha256 }: Edition,
  { receipt }: { readonly receipt: Receipt },
): Promise<{ signature?: string }> {
  const { signingKey, release } = c.get('ports')
  if (!signingKey || receipt.inputSha256 === undefined) return {}
  const edition = { pack, version, seq, sha256 }
  return { signature: await signingKey.sign('receipt', { receipt, edition, release }) }
}
