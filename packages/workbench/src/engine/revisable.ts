import { describeCitations, parameterValueText } from '@tiaoli/authoring'
import type { Text } from '@tiaoli/engine'
import {
  FORCE_WORDS,
  formOf,
  textWithoutRecord,
  YUAN,
  type DatedValue,
  type Loaded,
  type Plan,
  type PlannedParameter,
  type PlannedRequirement,
} from '@tiaoli/engine/plan'
import { addressedKinds } from './addressed-kinds.ts'
import { concernedIn } from './concerned-in.ts'
import type { Named, Revisable, RevisableParameter, RevisableRequirement, RevisableValue } from './revision-calls.ts'

/** What can be changed of the rules, in words. */
export function revisableOf({ plan, files }: Extract<Loaded, { plan: object }>): Revisable {
  return {
    parameters: [...plan.parameters.values()].map((parameter) => parameterOf(plan, parameter)),
    requirements: plan.requirements.map((requirement) => requirementOf(plan, requirement)),
    clauses: [...plan.clauses.values()].map((clause) => ({
      id: clause.reference,
      document: clause.document.entry.title,
      place: clause.place ?? { zh: '', en: '' },
      text: clause.text,
      isOwn: clause.document.pack === plan.pack.id,
      bindsSomebody: clause.force in FORCE_WORDS,
    })),
    themes: files.of('requirements').map(({ file, content }) => ({ id: file.path, label: content.theme })),
    scopes: addressedKinds(plan),
    bodies: [...plan.bodies].map(([id, label]) => ({ id, label })),
    // A document says nothing of what others only advise.
    forces: Object.entries(FORCE_WORDS).flatMap(([id, label]) => (id === 'advisory' ? [] : [{ id, label }])),
    concerned: concernedIn(plan),
    questions: questionsIn(plan),
  }
}

/** What can be changed of a draft; the values that the published rules do not have are told from theirs. */
export function beside(published: Revisable, draft: Revisable): Revisable {
  const inForce = new Map(published.parameters.map(({ id, values }) => [id, new Set(values.map(keyOf))]))
  return {
    ...draft,
    parameters: draft.parameters.map((parameter) => ({
      ...parameter,
      values: parameter.values.map((value) => ({
        ...value,
        isDraft: !(inForce.get(parameter.id)?.has(keyOf(value)) ?? false),
      })),
    })),
  }
}

/** Until when a value holds is changed by the one after it, and what all profiles share is written into each of them. */
function keyOf({ text, from }: RevisableValue): string {
  return JSON.stringify([text, from])
}

function parameterOf(plan: Plan, parameter: PlannedParameter): RevisableParameter {
  const { name, label, entry, pack, question } = parameter
  const inProfiles = [...plan.profiles.values()].flatMap(({ entry: { label: profile }, timelines }) =>
    (timelines.get(parameter)?.values ?? []).map((value) => valueOf(plan, parameter, value, profile)),
  )
  return {
    id: name.replace(/^parameters\./, ''),
    label,
    form: typedIn(parameter, formOf(plan, name, undefined) as RevisableParameter['form']),
    question: question && textWithoutRecord(plan, question),
    values: [...entry.values.map((value) => valueOf(plan, parameter, value, undefined)), ...inProfiles],
    usedBy: plan.requirements
      .filter(({ parameters }) => parameters.includes(parameter))
      .map(({ id, title }) => ({ id, label: textWithoutRecord(plan, title) })),
    from: titleOfOther(plan, pack),
  }
}

/** Amounts are typed in the currency, though rules count the smallest unit of it. */
function typedIn(
  { type, currency = YUAN }: PlannedParameter,
  form: RevisableParameter['form'],
): RevisableParameter['form'] {
  return type === 'money' ? { ...form, unit: currency.sign } : form
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
    isDraft: false,
    clause: value.clauses?.[0],
  }
}

function requirementOf(
  plan: Plan,
  { id, title, theme, subject, unless, pack }: PlannedRequirement,
): RevisableRequirement {
  return {
    id,
    label: textWithoutRecord(plan, title),
    theme,
    subject: subject.name,
    exceptions: unless.map(({ text }) => textWithoutRecord(plan, text)),
    from: titleOfOther(plan, pack),
  }
}

function titleOfOther(plan: Plan, pack: string): Text | undefined {
  return pack === plan.pack.id ? undefined : plan.packs.find(({ id }) => id === pack)?.title
}

/** Facts that are so or not so, by the scope of which records have them. */
function questionsIn(plan: Plan): (Named & { scope: string })[] {
  return [...plan.facts.values()]
    .filter(({ type }) => type === 'boolean')
    .map(({ name, label }) => ({ id: name, label, scope: name.split('.')[0]! }))
}
