/** The worker that reads files and makes series ready, so that the page does not stand still: once, then it is ended. */
import { expose, transfer } from 'comlink'
import { buffersOf, partBuffers } from './pack.ts'
import type { ReaderApi } from './protocol.ts'
import { reader } from './readFile.ts'

const api: ReaderApi = {
  ...reader,
  async read(file, request, onProgress) {
    const answer = await reader.read(file, request, onProgress)
    return answer.value === null ? answer : transfer(answer, buffersOf(answer.value))
  },
  async prepare(sets, choices) {
    const problem = await reader.prepare(sets, choices)
    return transfer(problem, partBuffers(problem))
  },
}

expose(api)
