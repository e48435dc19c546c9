export type {
  Authenticate,
  Face,
  Report,
  ReportedStatus,
  ReportVerdict,
  RoundOptions,
  RoundReport,
} from './authenticate/room.ts'
export type { Caller, Role } from './caller.ts'
export type {
  AuthorityCriteria,
  AuthorityRecord,
  Catalogue,
  ListWanted,
  PublishedList,
  TypeCriteria,
  TypeRecord,
} from './catalogue/room.ts'
export type {
  CallOptions,
  Criteria,
  FetchOptions,
  Issue,
  Licence,
  LicenceFile,
  Outcome,
  RequestedOrder,
} from './issue/room.ts'
export type { Page, PageRequest } from './page.ts'
export type { Rebuilt } from './rebuild/rebuild.ts'
export type { Act, Change, Standing, Status, Succeeded, Succession } from './status/room.ts'
export {
  type NotReady,
  openVault,
  type Recovery,
  rebuildVault,
  type Vault,
  type VaultOptions,
} from './vault.ts'
