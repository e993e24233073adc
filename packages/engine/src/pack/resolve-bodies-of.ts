import type { Scope } from '../plan/scope.ts'
import type { PackFile } from '../schema/pack-schema.ts'
import { checkBody, type Citable } from './resolve-citations.ts'
import type { Resolver, Spot } from './resolver.ts'

/** The scopes of which each record has a body of its own, by body. */
export function resolveBodiesOf(
  resolver: Resolver,
  packs: readonly { readonly pack: PackFile; readonly spot: Spot }[],
  citable: Citable,
): Map<string, Scope> {
  const scopes = new Map<string, Scope>()
  for (const { pack, spot } of packs)
    for (const [name, bodies] of Object.entries(pack.bodiesOf ?? {})) {
      const place = spot.at('bodiesOf', name)
      const scope = resolver.scope(name, place)
      for (const [i, body] of bodies.entries()) {
        checkBody(resolver, body, citable, place.at(i))
        if (scope && resolver.define('own body', body, place.at(i))) scopes.set(body, scope)
      }
    }
  return scopes
}
