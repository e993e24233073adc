import type { PackSource } from '@tiaoli/engine'
import { words } from './toy-pack.ts'

/** A currency of a hundred cents, with its sign in both languages. */
export function currency(code: string, zh: string, en = zh): Record<string, unknown> {
  return { code, sign: words(zh, en), minor: { unit: words('分', 'cents'), digits: 2 } }
}

/** A pack that holds one amount, in dollars. */
export function inDollars(id: string): PackSource {
  const values = [{ value: 5000, assumption: words('设', 'assumed') }]
  return {
    files: {
      'pack.json': {
        id,
        version: '1.0.0',
        title: words('罚款', 'Fines'),
        languages: ['zh', 'en'],
        timeZone: 'America/New_York',
        currency: currency('USD', '美元', '$'),
      },
      'parameters.json': { parameters: { fine: { label: words('罚款', 'fine'), type: 'money', values } } },
    },
  }
}
