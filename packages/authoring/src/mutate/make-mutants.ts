import type { PackSource } from '@tiaoli/engine'
import { pointerOf, type PackFiles, type Path } from '@tiaoli/engine/plan'
import { loadOrThrow, type LoadedPack } from '../load-or-throw.ts'
import { mutation, childOf, within, type Mutation, type Edit } from './mutation.ts'
import { Dependents, type MutationTarget } from './dependents.ts'
import { checkMutations, givenMutations } from './fact-mutations.ts'
import { formulaMutations } from './formula-mutations.ts'
import { valueDomains, type ValueDomains } from './value-domains.ts'
import { epochMutations } from './epoch-mutations.ts'
import { requirementMutations } from './requirement-mutations.ts'

/** A pack with one place changed. */
export interface Mutant {
  /** Names the place and the change; an unrelated edit of the pack does not change it. */
  readonly id: string
  readonly target: MutationTarget
  readonly file: string
  /** RFC 6901 pointer to the place in the file. */
  readonly pointer: string
  /** What the pack has there and what the mutant has instead; absent for nothing. */
  readonly was?: unknown
  readonly now?: unknown
  readonly edits: readonly Edit[]
}

/**
 * Every mutant of a pack itself, not of the packs it uses. A fact or parameter that no requirement and no check of these
 * packs depends on has no mutants. Throws `PackError` where the pack has faults.
 */
export function makeMutants(source: PackSource): Mutant[] {
  return makeMutantsOf(loadOrThrow(source))
}

export function makeMutantsOf(pack: LoadedPack): Mutant[] {
  const dependents = new Dependents(pack.plan)
  return allMutants(pack).filter(({ target }) => dependents.isUsed(target))
}

function allMutants({ files, plan }: LoadedPack): Mutant[] {
  const names = valueDomains(plan)
  return [
    ...files.of('requirements').flatMap(({ file, content }) =>
      content.requirements.flatMap((entry, i) => {
        const mutations = within([entry.id], ['requirements', i], requirementMutations(entry, names))
        return mutantsFor({ kind: 'requirement', name: entry.id }, file.path, content, mutations)
      }),
    ),
    ...factFiles(files).flatMap(({ file, content }) => factMutants(file.path, content, names)),
    ...files.of('parameters').flatMap(({ file, content }) =>
      Object.entries(content.parameters).flatMap(([name, { values }]) => {
        const parameter = plan.parameters.get(name)!
        const epochs = epochMutations(values, parameter.timeline, parameter)
        const mutations = within([`parameters.${name}`], ['parameters', name, 'values'], epochs)
        return mutantsFor({ kind: 'parameter', name }, file.path, content, mutations)
      }),
    ),
    ...files.of('profile').flatMap(({ file, content }) =>
      Object.entries(content.parameters).flatMap(([name, values]) => {
        const parameter = plan.parameters.get(name)!
        const { timeline } = plan.profiles.get(content.id)!.timelines.get(parameter)!
        const epochs = epochMutations(values, timeline, parameter)
        const mutations = within(
          [`profile:${content.id}`, `parameters.${name}`],
          ['parameters', name],
          [mutation('dropped', undefined), ...epochs],
        )
        return mutantsFor({ kind: 'parameter', name }, file.path, content, mutations)
      }),
    ),
  ]
}

type Facts = ReturnType<typeof factFiles>[number]['content']

function factFiles(files: PackFiles) {
  return files.of('facts')
}

function factMutants(path: string, content: Facts, names: ValueDomains): Mutant[] {
  const { given = {}, derived = {}, checks = [] } = content
  return [
    ...Object.entries(given).flatMap(([name, entry]) =>
      mutantsFor({ kind: 'fact', name }, path, content, within([name], ['given', name], givenMutations(entry, names))),
    ),
    ...Object.entries(derived).flatMap(([name, entry]) =>
      mutantsFor(
        { kind: 'fact', name },
        path,
        content,
        within([name], ['derived', name], formulaMutations(entry, names)),
      ),
    ),
    ...checks.flatMap((check, i) =>
      mutantsFor(
        { kind: 'check', name: check.id },
        path,
        content,
        within([`check:${check.id}`], ['checks', i], checkMutations(check, names)),
      ),
    ),
  ]
}

function mutantsFor(target: MutationTarget, file: string, content: unknown, mutations: readonly Mutation[]): Mutant[] {
  return mutations.map(({ at, how, edits }) => {
    const [first] = edits
    const was = valueAt(content, first!.path)
    return {
      id: `${at.join('/')}#${how}`,
      target,
      file,
      pointer: pointerOf(first!.path),
      ...(was === undefined ? {} : { was }),
      ...(first!.value === undefined ? {} : { now: first!.value }),
      edits,
    }
  })
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(childOf, content)
}
