export { type BlobKeys, blobKeys } from './blob-keys.ts'
export type { BlobInfo, Blobs, Call, Content, GetOptions, PutOptions, Retention } from './blobs.ts'
export { type Db, type Rows, type TransactionOptions, type TransactionRows, tablesOf } from './db.ts'
