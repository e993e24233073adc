import { closestName } from '../errors/closest-name.ts'
import type { Ending, Prolongation } from '../plan/document.ts'
import type { ChangeEntry } from '../schema/document-schema.ts'
import { formatDay } from '../values/date.ts'
import type { Documents, OpenClause, OpenDocument } from './resolve-documents.ts'
import { dayOf } from './resolve-parameters.ts'
import type { Resolver, Spot } from './resolver.ts'

/** What clauses do to requirements: how those that end come to their end, by the requirement’s id. */
export type RequirementEndings = ReadonlyMap<string, Ending>

/**
 * Carries out what clauses do to earlier clauses, documents and requirements. The days of clauses and documents are
 * settled by it: one that takes the place of others holds from the first day of its changes on. What is changed twice,
 * or cannot be found, is reported.
 *
 * @param withNewValues Clauses that give a parameter another value, by reference.
 */
export function resolveChanges(
  resolver: Resolver,
  { documents, clauses, references }: Documents,
  requirements: ReadonlySet<string>,
  withNewValues: ReadonlySet<string>,
): RequirementEndings {
  const endedRequirements = new Map<string, Ending>()
  const endedDocuments = new Map<OpenDocument, Ending>()
  const firstDays = new Map<OpenClause, number>()

  const clause = (by: OpenClause, reference: string, spot: Spot) => {
    const name = references.from(by.document.pack, reference)
    const found = clauses.get(name)
    if (!found) resolver.report('unknown-clause', spot, [name], closestName(name, clauses.keys()))
    return found
  }
  const document = (id: string, spot: Spot) => {
    const found = documents.get(id)
    if (!found) resolver.report('unknown-document', spot, [id], closestName(id, documents.keys()))
    return found
  }
  const endClause = (target: OpenClause, ending: Ending, spot: Spot) => {
    const before = target.endings[0]
    if (before && (before.day !== ending.day || before.how !== ending.how)) {
      resolver.report('changed-twice', spot, [target.reference, before.by.reference, formatDay(before.day)])
      return
    }
    target.endings.push(ending)
    target.to = Math.min(target.to, ending.day)
    if (ending.how !== 'ends') (ending.by as OpenClause).succeeds.push(target)
  }
  const endOnce = <K>(ended: Map<K, Ending>, key: K, name: string, ending: Ending, spot: Spot) => {
    const before = ended.get(key)
    if (before) resolver.report('changed-twice', spot, [name, before.by.reference, formatDay(before.day)])
    else ended.set(key, ending)
  }
  const change = (by: OpenClause, entry: ChangeEntry, spot: Spot) => {
    const day = dayOf(resolver, entry.from, by.document.from, spot.at('from'))
    if (day === -Infinity) {
      resolver.report('change-without-day', spot, [])
      return
    }
    firstDays.set(by, Math.min(firstDays.get(by) ?? Infinity, day))
    if ('prolongs' in entry) {
      const to = dayOf(resolver, entry.to, Infinity, spot.at('to')) + 1
      for (const [i, target] of entry.prolongs.entries()) {
        const found = document(target.document, spot.at('prolongs', i, 'document'))
        if (found) prolong(found, { from: day, to, by })
      }
      return
    }
    const [how, targets] = endingIn(entry)
    const reads = 'reads' in entry ? entry.reads : undefined
    const ending: Ending = {
      how,
      day,
      by,
      ...(reads === undefined ? {} : { reads }),
      ...(withNewValues.has(by.reference) ? { setsValue: true } : {}),
    }
    for (const [i, target] of targets.entries()) {
      const here = spot.at(how, i)
      if (typeof target === 'string') {
        const found = clause(by, target, here)
        if (found) endClause(found, ending, here)
      } else if ('requirement' in target) {
        const { requirement } = target
        const at = here.at('requirement')
        if (requirements.has(requirement)) endOnce(endedRequirements, requirement, requirement, ending, at)
        else resolver.report('unknown-requirement', at, [requirement], closestName(requirement, requirements))
      } else {
        const found = document(target.document, here.at('document'))
        if (found) endOnce(endedDocuments, found, found.id, ending, here.at('document'))
      }
    }
  }
  for (const by of clauses.values())
    for (const [i, entry] of (by.changes ?? []).entries()) change(by, entry, by.spot.at('changes', i))
  for (const [by, day] of firstDays) if (takesPlace(by)) by.from = Math.max(by.from, day)
  for (const [ended, ending] of endedDocuments) endDocument(ended, ending)
  return endedRequirements
}

function takesPlace({ changes = [] }: OpenClause): boolean {
  return changes.some((entry) => 'replaces' in entry || 'continues' in entry)
}

function endingIn(entry: Exclude<ChangeEntry, { prolongs: unknown }>) {
  if ('ends' in entry) return ['ends', entry.ends] as const
  return 'replaces' in entry ? (['replaces', entry.replaces] as const) : (['continues', entry.continues] as const)
}

/** What a document’s end does to the clauses that had not ended before, or were not taken over on that day. */
function endDocument(document: OpenDocument, ending: Ending): void {
  document.endings.push(ending)
  document.to = Math.min(document.to, ending.day)
  for (const clause of document.clauses)
    if (clause.to >= ending.day) {
      clause.to = ending.day
      if (clause.endings.length === 0) clause.endings.push(ending)
    }
}

/** A document that is prolonged holds, and plans for, the further days. */
function prolong(document: OpenDocument, days: Prolongation): void {
  document.prolonged.push(days)
  if (document.to >= days.to) return
  for (const clause of document.clauses)
    if (clause.to === document.to && clause.endings.length === 0) clause.to = days.to
  document.to = days.to
}
