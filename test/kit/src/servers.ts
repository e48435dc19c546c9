export { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'
export { type PostgresServer, startPostgres } from './postgres.ts'
export { describeWithS3, type S3Name, type S3Server, startMinio, startVersitygw } from './s3-servers.ts'
export { canMount, type SmallDisk, smallDisk } from './small-disk.ts'
