import { clauseEncodings } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { textWithoutRecord } from '@tiaoli/engine/plan'

/** The lists that a pack consists of, each with the items of the packs that it uses. */
export const PACK_SECTIONS = {
  requirements: ({ plan }: Policy) =>
    plan.requirements.map(({ id, pack, title, subject, force, entry }) => ({
      id,
      pack,
      title: textWithoutRecord(plan, title),
      subject: subject.name,
      force,
      dutyBearer: entry.dutyBearer,
      supervisor: entry.supervisor,
      clauses: entry.clauses ?? [],
      entry,
    })),
  clauses: (policy: Policy) =>
    [...clauseEncodings(policy).values()].map(({ clause, citers, cases }) => {
      const { reference, document, place, text, force, bearer, testability, changes, notEncoded } = clause
      return {
        id: reference,
        pack: document.pack,
        document: document.id,
        place,
        text,
        force,
        bearer,
        testability,
        changes,
        notEncoded,
        encodedBy: [...citers],
        cases,
      }
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
        // A fact may have the meaning of null from its group, and not accept null itself.
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
          question,
          entry: { label, type, unit, choices, min, max, values },
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
        question: question && textWithoutRecord(plan, question),
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
