import type { Text } from '@tiaoli/engine'

/** What is said of a place, which stands before it; alone where the place is not known or has no words. */
export function withPlace(said: Text, place: Text | undefined): Text {
  return place && place.zh !== '' ? { zh: `${place.zh}：${said.zh}`, en: `${place.en}: ${said.en}` } : said
}
