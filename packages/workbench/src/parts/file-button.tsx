import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

interface Shown {
  types: readonly string[]
  onFile: (file: File) => void
  children: ComponentChildren
}

/** Lets somebody choose one file. The browser's own button would speak the browser's language. */
export function FileButton({ types, onFile, children }: Shown) {
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
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          currentTarget.value = '' // the same file can be chosen again
        }}
      />
    </>
  )
}
