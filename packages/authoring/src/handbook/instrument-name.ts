import type { Citation, Text } from '@tiaoli/engine'

/** An outside instrument as one cites it: its title and, if only part of it is meant, the article. */
export function instrumentName(title: Text, article: Citation['article']): Text {
  return { zh: `《${title.zh}》${article?.zh ?? ''}`, en: article ? `${title.en}, ${article.en}` : title.en }
}
