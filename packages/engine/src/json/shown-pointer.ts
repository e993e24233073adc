import { pointerOf, type Path } from './pointer.ts'

/** An identity card or a mobile telephone number, wherever it is in a text. */
export const PERSONAL_NUMBER =
  /(?<!\d)(\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|1[3-9]\d{9})(?![\dXx])/
const NAME_LENGTH = 160

/** A name as messages repeat it: not if it contains a personal number or is very long. */
export function presentable(step: string | number): string | number {
  return typeof step === 'string' && (step.length > NAME_LENGTH || PERSONAL_NUMBER.test(step)) ? '…' : step
}

/** A pointer as messages show it: no personal number, no half of a character. */
export function shownPointer(path: Path): string {
  return pointerOf(path.map(presentable)).replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}
