/** Called after each step of something that takes long, so that progress can be shown. */
export type OnProgress = (done: number, total: number) => void
