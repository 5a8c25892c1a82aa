import { counted } from './counted.ts'

counted.push('later')
