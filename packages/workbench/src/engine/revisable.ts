import { describeCitations, parameterValueText } from '@tiaoli/authoring'
import {
  formOf,
  shownPlace,
  textWithoutRecord,
  type DatedValue,
  type Plan,
  type PlannedParameter,
} from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import type { CitableClause, Revisable, RevisableParameter, RevisableValue } from './revision-calls.ts'

/** What can be changed of the rules, in words. */
export function revisableOf(plan: Plan): Revisable {
  return {
    parameters: [...plan.parameters.values()].map((parameter) => parameterOf(plan, parameter)),
    clauses: [...plan.clauses.values()].map(({ reference, document, text, force, ...clause }): CitableClause => ({
      id: reference,
      document: document.entry.title,
      place: shownPlace({ reference, document, text, force, ...clause }),
      text,
      force,
    })),
  }
}

function parameterOf(plan: Plan, parameter: PlannedParameter): RevisableParameter {
  const { name, label, entry, pack, question } = parameter
  const inProfiles = [...plan.profiles.values()].flatMap(({ entry: { label: profile }, timelines }) =>
    (timelines.get(parameter)?.values ?? []).map((value) => valueOf(plan, parameter, value, profile)),
  )
  return {
    id: name.replace(/^parameters\./, ''),
    label,
    form: formOf(plan, name, undefined) as RevisableParameter['form'],
    min: entry.min,
    max: entry.max,
    question: question && textWithoutRecord(plan, question),
    values: [...entry.values.map((value) => valueOf(plan, parameter, value, undefined)), ...inProfiles],
    usedBy: plan.requirements
      .filter(({ parameters }) => parameters.includes(parameter))
      .map(({ id, title }) => ({ id, title: textWithoutRecord(plan, title) })),
    from: pack === plan.pack.id ? undefined : plan.packs.find(({ id }) => id === pack)?.title,
  }
}

function valueOf(
  plan: Plan,
  parameter: PlannedParameter,
  value: DatedValue,
  profile: Text | undefined,
): RevisableValue {
  return {
    text: parameterValueText(parameter, value),
    from: value.from,
    to: value.to,
    sources: [
      ...describeCitations(plan, value).map(({ text }) => text),
      ...(value.assumption ? [value.assumption] : []),
    ],
    profile,
  }
}
