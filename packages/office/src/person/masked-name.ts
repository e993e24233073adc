/** What stands in place of a letter of a name; 某 and 〇 are letters too. */
const SIGN = '[×✕✖xX*○◯□●]'
/** One in a name that begins with a letter: 李××, 王*, 张*明, 李X. */
const SIGN_IN_NAME = new RegExp(`(?<=[\\p{Script=Han}·]${SIGN}*)${SIGN}`, 'gu')
/** A number tells apart those whose names are masked alike: 张某1. */
const NUMBERED = /(?<=某)\d{1,2}(?!\d)/gu
const MASK = /[某〇]/u

/** A text in which whatever stands in place of a letter is 某. */
export function withMasks(text: string): string {
  return text.replaceAll(NUMBERED, '').replaceAll(SIGN_IN_NAME, '某')
}

/** Whether a name has something in place of a letter: it may be that of several. */
export function isMaskedName(name: string): boolean {
  return MASK.test(name)
}
