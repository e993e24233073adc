import { encodingOf } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'

/** What a pack says of itself, whatever its version. */
export function describe({ plan }: Policy) {
  const { id, version, title, issuer, documentNumber, issuedOn, defaultProfile } = plan.pack
  return {
    id,
    declaredVersion: version,
    title,
    issuer,
    documentNumber,
    issuedOn,
    defaultProfile,
    counts: {
      requirements: plan.requirements.length,
      parameters: plan.parameters.size,
      facts: plan.facts.size,
      clauses: plan.clauses.size,
    },
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
    [...plan.facts.values()].map(({ name, pack, scope, kind, type, label, unit, none, values }) => ({
      name,
      pack,
      scope: scope.name,
      kind,
      type,
      label,
      unit,
      none,
      values: values && Object.fromEntries(values),
    })),
  parameters: ({ plan }: Policy) =>
    [...plan.parameters].map(
      ([
        id,
        {
          pack,
          entry: { label, type, unit, question, values },
        },
      ]) => ({
        id,
        pack,
        label,
        type,
        unit,
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
