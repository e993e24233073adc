import { forceIn } from '../amend/force-of-words.ts'
import { completeText, type Clause, type Plan } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import { FIRST_CLAUSE, type NewPackDocument } from '../scaffold/add-document.ts'

/** A document as somebody types it in, in the first language of the pack. What is left empty is not known. */
export interface EnteredDocument {
  title: string
  issuer: string
  number: string
  /** Days, `YYYY-MM-DD`. */
  issuedOn: string
  from: string
  /** Where the clause is in it: 第二条. */
  place: string
  /** The words of the clause. */
  text: string
  /** Empty: as its words say. */
  force: Clause['force'] | ''
}

/** What is set down without a word of its force is to be done. */
export function forceOfEntered({ force, text }: EnteredDocument): Clause['force'] {
  return force || (forceIn(text) ?? 'direct')
}

/** A document under an id that the pack does not have yet, made of its number or its day: `notice-2027-1`. */
export function newDocument(plan: Plan, entered: EnteredDocument): NewPackDocument {
  const { issuer, number, issuedOn, from, place } = entered
  const known = (key: 'number' | 'issuedOn' | 'from', value: string) => value.trim() !== '' && { [key]: value.trim() }
  return {
    id: freeId(plan, `notice-${(number.match(/\d+/g) ?? [issuedOn || from]).join('-')}`),
    title: ownText(plan, entered.title),
    ...(issuer.trim() !== '' && { issuer: ownText(plan, issuer) }),
    ...known('number', number),
    ...known('issuedOn', issuedOn),
    ...known('from', from),
    clause: {
      ...(place.trim() !== '' && { place: ownText(plan, place) }),
      text: ownText(plan, entered.text),
      force: forceOfEntered(entered),
    },
  }
}

/** The document of the pack itself that is typed in once more: of the same number, or the same title where it has none. */
export function knownDocument(plan: Plan, { title, number }: EnteredDocument): PlannedDocument | undefined {
  const [said, called] = [number.trim(), title.trim()]
  return [...plan.documents.values()].find(({ pack, entry }) => {
    if (pack !== plan.pack.id) return false
    return said === ''
      ? entry.number === undefined && inOwnWords(plan, completeText(entry.title)) === called
      : entry.number === said
  })
}

type PlannedDocument = Plan['documents'] extends ReadonlyMap<string, infer D> ? D : never

/** How the clause of a document that is added will be cited: by its id alone where the pack has no other document. */
export function clauseOfNew({ document }: Plan, { id }: NewPackDocument): string {
  return document ? `${id}/${FIRST_CLAUSE}` : FIRST_CLAUSE
}

/** Words in the first language of a pack. */
export function ownText({ reading }: Plan, words: string): Text {
  const [first] = reading
  return completeText({ [first?.sentences ?? 'zh']: words.trim() })
}

/** Words of the engine in the language of the first words of a pack. */
export function inOwnWords({ reading }: Plan, text: Text): string {
  return text[reading[0]?.sentences ?? 'zh']
}

function freeId({ documents }: Plan, wanted: string): string {
  let id = wanted
  for (let i = 2; documents.has(id); i++) id = `${wanted}-${i}`
  return id
}
