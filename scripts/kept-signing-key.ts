import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSigningKey } from '@tiaoli/signing'

/** The key of the service on this machine, beside its database: made when it is first needed. Only its owner reads it. */
export async function keptSigningKey(state: string): Promise<string> {
  const file = join(state, 'signing-key.json')
  try {
    writeFileSync(file, `${await generateSigningKey()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
