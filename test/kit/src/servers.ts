export { type PostgresServer, startPostgres } from './postgres.ts'
export { describeWithS3, type S3Name, type S3Server, startMinio, startVersitygw } from './s3-servers.ts'
