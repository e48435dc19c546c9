import type { ServiceDefinition } from '@grpc/grpc-js'
import { fromJSON, type MessageTypeDefinition, type PackageDefinition } from '@grpc/proto-loader'
import { agreementJson } from './gen/agreement-json.ts'
import type { ArchiveServiceDefinition } from './gen/licencevault/v1/ArchiveService.ts'
import type { AuthenticateServiceDefinition } from './gen/licencevault/v1/AuthenticateService.ts'
import type { CatalogueServiceDefinition } from './gen/licencevault/v1/CatalogueService.ts'
import type { IssueServiceDefinition } from './gen/licencevault/v1/IssueService.ts'
import type { LedgerServiceDefinition } from './gen/licencevault/v1/LedgerService.ts'
import type { StatusServiceDefinition } from './gen/licencevault/v1/StatusService.ts'

/** The agreement of `protos/` as gRPC for Node takes it. */
const agreement: PackageDefinition = fromJSON(JSON.parse(agreementJson), {
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
})

/** The services, by the word of the house. */
export const services = {
  catalogue: serviceOf<CatalogueServiceDefinition>('CatalogueService'),
  issue: serviceOf<IssueServiceDefinition>('IssueService'),
  status: serviceOf<StatusServiceDefinition>('StatusService'),
  authenticate: serviceOf<AuthenticateServiceDefinition>('AuthenticateService'),
  ledger: serviceOf<LedgerServiceDefinition>('LedgerService'),
  archive: serviceOf<ArchiveServiceDefinition>('ArchiveService'),
}

/** A word of the house that is a service. */
export type Word = keyof typeof services

/** The methods that a service names, without what it inherits. */
export type MethodsOf<D> = { [M in keyof D as string extends M ? never : number extends M ? never : M]: D[M] }

function serviceOf<T extends ServiceDefinition>(name: string): T {
  return agreement[`licencevault.v1.${name}`] as unknown as T
}

/** How one message is written and read, for what travels as bytes inside of others. */
export function messageOf<T>(name: string): Pick<MessageTypeDefinition<T, T>, 'serialize' | 'deserialize'> {
  return agreement[name] as unknown as MessageTypeDefinition<T, T>
}
