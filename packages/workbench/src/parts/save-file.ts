import type { Paper } from '@tiaoli/office/papers'

/** Hands a file to the browser to be saved. */
export function saveFile({ name, type, bytes }: Paper): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = name
  link.click()
  // The browser may still be reading it when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
