import type { Plan } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import type { PackFile } from '../schema/pack-schema.ts'
import { checkBody, type Citable } from './resolve-citations.ts'
import type { Resolver, Spot } from './resolver.ts'

/** Who the bodies are: the scopes of which each record has its own, by body, and those that are one organization each. */
export function resolveBodiesOf(
  resolver: Resolver,
  packs: readonly { readonly pack: PackFile; readonly spot: Spot }[],
  citable: Citable,
): Pick<Plan, 'scopeOfBody' | 'organizations'> {
  const scopeOfBody = new Map<string, Scope>()
  const organizations = new Set<string>()
  for (const { pack, spot } of packs) {
    for (const [name, bodies] of Object.entries(pack.bodiesOf ?? {})) {
      const place = spot.at('bodiesOf', name)
      const scope = resolver.scope(name, place)
      for (const [i, body] of bodies.entries()) {
        checkBody(resolver, body, citable, place.at(i))
        if (scope && resolver.define('own body', body, place.at(i))) scopeOfBody.set(body, scope)
      }
    }
    for (const [i, body] of (pack.organizations ?? []).entries()) {
      const place = spot.at('organizations', i)
      checkBody(resolver, body, citable, place)
      if (resolver.define('own body', body, place)) organizations.add(body)
    }
  }
  return { scopeOfBody, organizations }
}
