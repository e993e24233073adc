import type { ComponentChildren } from 'preact'

export function Door({ title, about, children }: { title: string; about: string; children: ComponentChildren }) {
  return (
    <section class="door">
      <h2>{title}</h2>
      <p>{about}</p>
      <div class="actions">{children}</div>
    </section>
  )
}
