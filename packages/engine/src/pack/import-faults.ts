import { closestName } from '../errors/closest-name.ts'
import type { Resolver, Spot } from './resolver.ts'

/** What is wrong in a mapping, where no other diagnostic says it. */
export class ImportFaults {
  readonly #resolver: Resolver

  constructor(resolver: Resolver) {
    this.#resolver = resolver
  }

  wrong(spot: Spot, zh: string, en: string, suggestion?: string): void {
    this.#resolver.report('wrong-shape', spot, [zh, en], suggestion)
  }

  notListed(spot: Spot, name: string, known: Iterable<string>): void {
    const all = [...new Set(known)]
    if (all.length === 0) {
      this.wrong(
        spot,
        '规则中没有可以写在这里的名称，请删去这一项',
        'the pack has no name that could stand here; remove it',
      )
      return
    }
    this.wrong(spot, `只能是 ${all.join('、')}`, `expected one of ${all.join(', ')}`, closestName(name, all))
  }
}
