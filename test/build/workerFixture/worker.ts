import { counted } from './counted.ts'

postMessage(counted.length)
void import('./later.ts')
