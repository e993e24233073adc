import { startCounting } from './steps.ts'

// Before the code is loaded: what was compiled before is counted by the call only, and not by the round of a loop.
startCounting()
