/** Told after each step of something that takes long, so that it can be shown. */
export type OnProgress = (done: number, total: number) => void
