import { setFlagsFromString } from 'node:v8'
import { startCounting } from './steps.ts'

// Code that V8 has optimized does not count its calls, and when it is optimized is for the machine to say.
setFlagsFromString('--no-opt')
// Before the code is loaded: what was compiled before is counted by the call only, and not by the round of a loop.
startCounting()
