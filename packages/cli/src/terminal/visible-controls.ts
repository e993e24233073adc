/** Colours and weights that `paint` uses; nothing that hides letters or moves them. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const STYLE = /\u001b\[(?:0|1|2|3|4|22|23|24|3\d|9[0-7]|39)m/g
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/**
 * A text in which what would steer a terminal can be seen instead: ␛ for escape, ␍ for a return, ⟨U+202E⟩ for what turns
 * the direction of letters. Lines, also those that end as in iCalendar, tabs and styles stay.
 */
export function withVisibleControls(text: string): string {
  const styles = text.match(STYLE) ?? []
  return text
    .split(STYLE)
    .map((part, i) => part.replaceAll(CONTROL, visible) + (styles[i] ?? ''))
    .join('')
}

function visible(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
