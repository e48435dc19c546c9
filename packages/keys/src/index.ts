export { type Algorithm, type AlgorithmName, algorithms, type HashName } from './algorithms.ts'
export { pemOf } from './pem.ts'
export type { Identity, Signer } from './signer.ts'
