/** The worker that reads files, so that the page does not stand still: one file, then it is ended. */
import { expose, transfer } from 'comlink'
import { buffersOf } from './pack.ts'
import type { ReaderApi } from './protocol.ts'
import { reader } from './readFile.ts'

const api: ReaderApi = {
  async read(file, request, onProgress) {
    const answer = await reader.read(file, request, onProgress)
    return answer.value === null ? answer : transfer(answer, buffersOf(answer.value))
  },
  preview: (file) => reader.preview(file),
}

expose(api)
