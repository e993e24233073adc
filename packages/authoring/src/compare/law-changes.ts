import type { Policy, Text } from '@tiaoli/engine'
import {
  clauseChanges,
  documentChanges,
  endedNotes,
  partlyEndedNotes,
  type Plan,
  type PlannedRequirement,
} from '@tiaoli/engine/plan'
import type { RuleChange } from './compare-rules.ts'
import { KIND_LABELS } from './value-text.ts'

interface LawChange extends Pick<RuleChange, 'kind' | 'id'> {
  text: Text
}

/** What later documents do to documents, clauses and requirements in only one of two packs. */
export function lawChanges({ plan: before }: Policy, { plan: after }: Policy): RuleChange[] {
  const [old, now] = [changesIn(before), changesIn(after)]
  return [
    ...onlyIn(old, now).map((found) => ruleChange(found, 'before', { zh: '删去：', en: 'removed: ' })),
    ...onlyIn(now, old).map((found) => ruleChange(found, 'after', { zh: '', en: '' })),
  ]
}

function onlyIn(changes: readonly LawChange[], others: readonly LawChange[]): LawChange[] {
  const keyOf = ({ kind, id, text }: LawChange) => `${kind} ${id} ${text.zh} ${text.en}`
  const known = new Set(others.map(keyOf))
  return changes.filter((found) => !known.has(keyOf(found)))
}

function ruleChange({ kind, id, text }: LawChange, side: 'before' | 'after', mark: Text): RuleChange {
  return {
    kind,
    id,
    change: 'changed',
    field: 'laterDocuments',
    [side]: { ...text },
    text: {
      zh: `${KIND_LABELS[kind].zh} ${id}：${mark.zh}${text.zh}`,
      en: `${KIND_LABELS[kind].en} ${id}: ${mark.en}${text.en}`,
    },
  }
}

/** A clause that ends with its document is told of once, with the document. */
function changesIn({ documents, clauses, requirements }: Plan): LawChange[] {
  const ofDocuments = [...documents.values()].flatMap((document) =>
    documentChanges(document).map((text): LawChange => ({ kind: 'document', id: document.id, text })),
  )
  const told = new Set(ofDocuments.map(({ text }) => text.zh))
  const ofClauses = [...clauses.values()].flatMap((clause) =>
    clauseChanges(clause).flatMap((text): LawChange[] =>
      told.has(text.zh) ? [] : [{ kind: 'clause', id: clause.reference, text }],
    ),
  )
  return [...ofDocuments, ...ofClauses, ...requirements.flatMap(ofRequirement)]
}

function ofRequirement(requirement: PlannedRequirement): LawChange[] {
  const notes = [...endedNotes(requirement, Infinity), ...partlyEndedNotes(requirement, Infinity)]
  return notes.map(({ text }) => ({ kind: 'requirement', id: requirement.id, text }))
}
