import type { Citation, Text } from '@tiaoli/engine'
import { amendedBy, type Plan, type PlannedClause } from '@tiaoli/engine/plan'

/** An outside instrument as one cites it: its title and, if only part of it is meant, the article. */
export function instrumentName(title: Text, article: Citation['article']): Text {
  return { zh: `《${title.zh}》${article?.zh ?? ''}`, en: article ? `${title.en}, ${article.en}` : title.en }
}

/** A clause as one cites it: the title of its document and its place, or its id if the pack gives no places. */
export function clauseName({ document, place, id }: Pick<PlannedClause, 'document' | 'place' | 'id'>): Text {
  return instrumentName(document.entry.title, place ?? { zh: ` ${id}`, en: id })
}

/** What a citation cites, as one cites it. */
export function citationName({ clauses }: Plan, { kind, id, title, article, amends }: Citation): Text {
  if (kind !== 'clause') return instrumentName(title!, article)
  const name = clauseName(clauses.get(id)!)
  return amends ? amendedBy(clauseName(clauses.get(amends.id)!), name) : name
}
