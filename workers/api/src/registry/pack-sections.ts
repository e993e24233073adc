import { encodingOf } from '@tiaoli/authoring'
import type { Plan, Policy } from '@tiaoli/engine'

/** What pack.json says of the document. */
export function describe({ version, title, issuer, documentNumber, issuedOn, defaultProfile }: Plan['pack']) {
  return { declaredVersion: version, title, issuer, documentNumber, issuedOn, defaultProfile }
}

/** How much a pack holds, with the packs it uses. */
export function count({ plan }: Policy) {
  return {
    requirements: plan.requirements.length,
    parameters: plan.parameters.size,
    facts: plan.facts.size,
    clauses: plan.clauses.size,
  }
}

/** The parts of a pack, with those of the packs it uses. */
export const PARTS = {
  requirements: ({ plan }: Policy) =>
    plan.requirements.map(({ id, pack, title, subject, force, entry }) => ({
      id,
      pack,
      title,
      subject: subject.name,
      force,
      dutyBearer: entry.dutyBearer,
      supervisor: entry.supervisor,
      clauses: entry.clauses ?? [],
      entry,
    })),
  clauses: ({ plan }: Policy) =>
    [...encodingOf(plan).values()].map(({ clause, citers, cases }) => {
      const { id, pack, zh, en, force, bearer, testability, notEncoded } = clause
      return { id, pack, zh, en, force, bearer, testability, notEncoded, encodedBy: [...citers], cases }
    }),
  facts: ({ plan }: Policy) =>
    [...plan.facts.values()].map((fact) => {
      const { name, pack, scope, kind, type, label, unit, values } = fact
      return {
        name,
        pack,
        scope: scope.name,
        kind,
        type,
        label,
        unit,
        // What none means may come from a group that can be null, while the fact in it cannot.
        none: fact.kind === 'given' && fact.nullable ? fact.none : undefined,
        values: values && Object.fromEntries(values),
      }
    }),
  parameters: ({ plan }: Policy) =>
    [...plan.parameters].map(
      ([
        id,
        {
          pack,
          entry: { label, type, unit, choices, min, max, question, values },
        },
      ]) => ({
        id,
        pack,
        label,
        type,
        unit,
        choices,
        min,
        max,
        question,
        values,
      }),
    ),
  profiles: ({ plan }: Policy) =>
    [...plan.profiles.values()].map(({ entry: { id, label, description, parameters } }) => ({
      id,
      label,
      description,
      parameters,
    })),
} as const
