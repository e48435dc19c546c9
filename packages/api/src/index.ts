export { type MethodsOf, services, type Word } from './agreement.ts'
export { CallError } from './call-error.ts'
export type { CallOptions } from './client.ts'
export { type ConnectOptions, connect, type VaultClient } from './connect.ts'
export { fileOf } from './file.ts'
// Below: for those who serve the agreement.
export { descriptorSet } from './gen/descriptor-set.ts'
export type * from './gen/messages.ts'
export { DETAILS_KEY, type Problem, problemOf, type Violation, writeProblem } from './problem.ts'
