import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

interface Shown {
  types: readonly string[]
  isMany?: boolean
  onFiles: (files: readonly File[]) => void
  children: ComponentChildren
}

/** Lets somebody choose a file, or many. The browser's own button would speak the browser's language. */
export function FileButton({ types, isMany = false, onFiles, children }: Shown) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={types.join()}
        multiple={isMany}
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          if (files.length > 0) onFiles(files)
          currentTarget.value = '' // the same file can be chosen again
        }}
      />
    </>
  )
}
