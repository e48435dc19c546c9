// Original file: protos/licencevault/v1/catalogue.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddAuthorityRequestInput as _licencevault_v1_AddAuthorityRequestInput, AddAuthorityRequest as _licencevault_v1_AddAuthorityRequest } from '../../licencevault/v1/AddAuthorityRequest.ts';
import type { AddAuthorityResponseInput as _licencevault_v1_AddAuthorityResponseInput, AddAuthorityResponse as _licencevault_v1_AddAuthorityResponse } from '../../licencevault/v1/AddAuthorityResponse.ts';
import type { DefineTypeRequestInput as _licencevault_v1_DefineTypeRequestInput, DefineTypeRequest as _licencevault_v1_DefineTypeRequest } from '../../licencevault/v1/DefineTypeRequest.ts';
import type { DefineTypeResponseInput as _licencevault_v1_DefineTypeResponseInput, DefineTypeResponse as _licencevault_v1_DefineTypeResponse } from '../../licencevault/v1/DefineTypeResponse.ts';
import type { FindAuthoritiesRequestInput as _licencevault_v1_FindAuthoritiesRequestInput, FindAuthoritiesRequest as _licencevault_v1_FindAuthoritiesRequest } from '../../licencevault/v1/FindAuthoritiesRequest.ts';
import type { FindAuthoritiesResponseInput as _licencevault_v1_FindAuthoritiesResponseInput, FindAuthoritiesResponse as _licencevault_v1_FindAuthoritiesResponse } from '../../licencevault/v1/FindAuthoritiesResponse.ts';
import type { FindTypesRequestInput as _licencevault_v1_FindTypesRequestInput, FindTypesRequest as _licencevault_v1_FindTypesRequest } from '../../licencevault/v1/FindTypesRequest.ts';
import type { FindTypesResponseInput as _licencevault_v1_FindTypesResponseInput, FindTypesResponse as _licencevault_v1_FindTypesResponse } from '../../licencevault/v1/FindTypesResponse.ts';
import type { GetAuthorityListRequestInput as _licencevault_v1_GetAuthorityListRequestInput, GetAuthorityListRequest as _licencevault_v1_GetAuthorityListRequest } from '../../licencevault/v1/GetAuthorityListRequest.ts';
import type { GetAuthorityListResponseInput as _licencevault_v1_GetAuthorityListResponseInput, GetAuthorityListResponse as _licencevault_v1_GetAuthorityListResponse } from '../../licencevault/v1/GetAuthorityListResponse.ts';
import type { GetTypeRequestInput as _licencevault_v1_GetTypeRequestInput, GetTypeRequest as _licencevault_v1_GetTypeRequest } from '../../licencevault/v1/GetTypeRequest.ts';
import type { GetTypeResponseInput as _licencevault_v1_GetTypeResponseInput, GetTypeResponse as _licencevault_v1_GetTypeResponse } from '../../licencevault/v1/GetTypeResponse.ts';
import type { PublishAuthorityListRequestInput as _licencevault_v1_PublishAuthorityListRequestInput, PublishAuthorityListRequest as _licencevault_v1_PublishAuthorityListRequest } from '../../licencevault/v1/PublishAuthorityListRequest.ts';
import type { PublishAuthorityListResponseInput as _licencevault_v1_PublishAuthorityListResponseInput, PublishAuthorityListResponse as _licencevault_v1_PublishAuthorityListResponse } from '../../licencevault/v1/PublishAuthorityListResponse.ts';
import type { RetireTypeRequestInput as _licencevault_v1_RetireTypeRequestInput, RetireTypeRequest as _licencevault_v1_RetireTypeRequest } from '../../licencevault/v1/RetireTypeRequest.ts';
import type { RetireTypeResponseInput as _licencevault_v1_RetireTypeResponseInput, RetireTypeResponse as _licencevault_v1_RetireTypeResponse } from '../../licencevault/v1/RetireTypeResponse.ts';
import type { ReviseAuthorityRequestInput as _licencevault_v1_ReviseAuthorityRequestInput, ReviseAuthorityRequest as _licencevault_v1_ReviseAuthorityRequest } from '../../licencevault/v1/ReviseAuthorityRequest.ts';
import type { ReviseAuthorityResponseInput as _licencevault_v1_ReviseAuthorityResponseInput, ReviseAuthorityResponse as _licencevault_v1_ReviseAuthorityResponse } from '../../licencevault/v1/ReviseAuthorityResponse.ts';
import type { ReviseTypeRequestInput as _licencevault_v1_ReviseTypeRequestInput, ReviseTypeRequest as _licencevault_v1_ReviseTypeRequest } from '../../licencevault/v1/ReviseTypeRequest.ts';
import type { ReviseTypeResponseInput as _licencevault_v1_ReviseTypeResponseInput, ReviseTypeResponse as _licencevault_v1_ReviseTypeResponse } from '../../licencevault/v1/ReviseTypeResponse.ts';

/**
 * Licence types and authorities.
 */
export interface CatalogueServiceClient extends grpc.Client {
  /**
   * Adds an authority with its seal certificates.
   */
  AddAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  AddAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  AddAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  AddAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  /**
   * Adds an authority with its seal certificates.
   */
  addAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  addAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  addAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  addAuthority(argument: _licencevault_v1_AddAuthorityRequestInput, callback: grpc.requestCallback<_licencevault_v1_AddAuthorityResponse>): grpc.ClientUnaryCall;
  
  /**
   * Defines a new licence type, version 1.
   */
  DefineType(argument: _licencevault_v1_DefineTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  DefineType(argument: _licencevault_v1_DefineTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  DefineType(argument: _licencevault_v1_DefineTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  DefineType(argument: _licencevault_v1_DefineTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  /**
   * Defines a new licence type, version 1.
   */
  defineType(argument: _licencevault_v1_DefineTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  defineType(argument: _licencevault_v1_DefineTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  defineType(argument: _licencevault_v1_DefineTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  defineType(argument: _licencevault_v1_DefineTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_DefineTypeResponse>): grpc.ClientUnaryCall;
  
  /**
   * Finds authorities, a page at a time, by code.
   */
  FindAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  FindAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  FindAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  FindAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  /**
   * Finds authorities, a page at a time, by code.
   */
  findAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  findAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  findAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  findAuthorities(argument: _licencevault_v1_FindAuthoritiesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindAuthoritiesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Finds types, a page at a time, by code.
   */
  FindTypes(argument: _licencevault_v1_FindTypesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  FindTypes(argument: _licencevault_v1_FindTypesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  FindTypes(argument: _licencevault_v1_FindTypesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  FindTypes(argument: _licencevault_v1_FindTypesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  /**
   * Finds types, a page at a time, by code.
   */
  findTypes(argument: _licencevault_v1_FindTypesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  findTypes(argument: _licencevault_v1_FindTypesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  findTypes(argument: _licencevault_v1_FindTypesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  findTypes(argument: _licencevault_v1_FindTypesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindTypesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Answers the sealed list that is in force: what `--trust` takes. It is no secret.
   */
  GetAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  GetAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  GetAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  GetAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  /**
   * Answers the sealed list that is in force: what `--trust` takes. It is no secret.
   */
  getAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  getAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  getAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  getAuthorityList(argument: _licencevault_v1_GetAuthorityListRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetAuthorityListResponse>): grpc.ClientUnaryCall;
  
  /**
   * Answers one version of a type whole.
   */
  GetType(argument: _licencevault_v1_GetTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  GetType(argument: _licencevault_v1_GetTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  GetType(argument: _licencevault_v1_GetTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  GetType(argument: _licencevault_v1_GetTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  /**
   * Answers one version of a type whole.
   */
  getType(argument: _licencevault_v1_GetTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  getType(argument: _licencevault_v1_GetTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  getType(argument: _licencevault_v1_GetTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  getType(argument: _licencevault_v1_GetTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetTypeResponse>): grpc.ClientUnaryCall;
  
  /**
   * Seals and publishes a new list of authorities.
   */
  PublishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  PublishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  PublishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  PublishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  /**
   * Seals and publishes a new list of authorities.
   */
  publishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  publishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  publishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  publishAuthorityList(argument: _licencevault_v1_PublishAuthorityListRequestInput, callback: grpc.requestCallback<_licencevault_v1_PublishAuthorityListResponse>): grpc.ClientUnaryCall;
  
  /**
   * Ends a type: nothing more is issued of it, what was issued stands.
   */
  RetireType(argument: _licencevault_v1_RetireTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  RetireType(argument: _licencevault_v1_RetireTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  RetireType(argument: _licencevault_v1_RetireTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  RetireType(argument: _licencevault_v1_RetireTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  /**
   * Ends a type: nothing more is issued of it, what was issued stands.
   */
  retireType(argument: _licencevault_v1_RetireTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  retireType(argument: _licencevault_v1_RetireTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  retireType(argument: _licencevault_v1_RetireTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  retireType(argument: _licencevault_v1_RetireTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_RetireTypeResponse>): grpc.ClientUnaryCall;
  
  /**
   * Changes an authority: its name, its seals, since when its files must carry receipts.
   */
  ReviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  ReviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  ReviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  ReviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  /**
   * Changes an authority: its name, its seals, since when its files must carry receipts.
   */
  reviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  reviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  reviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  reviseAuthority(argument: _licencevault_v1_ReviseAuthorityRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseAuthorityResponse>): grpc.ClientUnaryCall;
  
  /**
   * Defines the next version of a type; licences issued before keep theirs.
   */
  ReviseType(argument: _licencevault_v1_ReviseTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  ReviseType(argument: _licencevault_v1_ReviseTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  ReviseType(argument: _licencevault_v1_ReviseTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  ReviseType(argument: _licencevault_v1_ReviseTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  /**
   * Defines the next version of a type; licences issued before keep theirs.
   */
  reviseType(argument: _licencevault_v1_ReviseTypeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  reviseType(argument: _licencevault_v1_ReviseTypeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  reviseType(argument: _licencevault_v1_ReviseTypeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  reviseType(argument: _licencevault_v1_ReviseTypeRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseTypeResponse>): grpc.ClientUnaryCall;
  
}

/**
 * Licence types and authorities.
 */
export interface CatalogueServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds an authority with its seal certificates.
   */
  AddAuthority: grpc.handleUnaryCall<_licencevault_v1_AddAuthorityRequest, _licencevault_v1_AddAuthorityResponseInput>;
  
  /**
   * Defines a new licence type, version 1.
   */
  DefineType: grpc.handleUnaryCall<_licencevault_v1_DefineTypeRequest, _licencevault_v1_DefineTypeResponseInput>;
  
  /**
   * Finds authorities, a page at a time, by code.
   */
  FindAuthorities: grpc.handleUnaryCall<_licencevault_v1_FindAuthoritiesRequest, _licencevault_v1_FindAuthoritiesResponseInput>;
  
  /**
   * Finds types, a page at a time, by code.
   */
  FindTypes: grpc.handleUnaryCall<_licencevault_v1_FindTypesRequest, _licencevault_v1_FindTypesResponseInput>;
  
  /**
   * Answers the sealed list that is in force: what `--trust` takes. It is no secret.
   */
  GetAuthorityList: grpc.handleUnaryCall<_licencevault_v1_GetAuthorityListRequest, _licencevault_v1_GetAuthorityListResponseInput>;
  
  /**
   * Answers one version of a type whole.
   */
  GetType: grpc.handleUnaryCall<_licencevault_v1_GetTypeRequest, _licencevault_v1_GetTypeResponseInput>;
  
  /**
   * Seals and publishes a new list of authorities.
   */
  PublishAuthorityList: grpc.handleUnaryCall<_licencevault_v1_PublishAuthorityListRequest, _licencevault_v1_PublishAuthorityListResponseInput>;
  
  /**
   * Ends a type: nothing more is issued of it, what was issued stands.
   */
  RetireType: grpc.handleUnaryCall<_licencevault_v1_RetireTypeRequest, _licencevault_v1_RetireTypeResponseInput>;
  
  /**
   * Changes an authority: its name, its seals, since when its files must carry receipts.
   */
  ReviseAuthority: grpc.handleUnaryCall<_licencevault_v1_ReviseAuthorityRequest, _licencevault_v1_ReviseAuthorityResponseInput>;
  
  /**
   * Defines the next version of a type; licences issued before keep theirs.
   */
  ReviseType: grpc.handleUnaryCall<_licencevault_v1_ReviseTypeRequest, _licencevault_v1_ReviseTypeResponseInput>;
  
}

export interface CatalogueServiceDefinition extends grpc.ServiceDefinition {
  AddAuthority: MethodDefinition<_licencevault_v1_AddAuthorityRequestInput, _licencevault_v1_AddAuthorityResponseInput, _licencevault_v1_AddAuthorityRequest, _licencevault_v1_AddAuthorityResponse>
  DefineType: MethodDefinition<_licencevault_v1_DefineTypeRequestInput, _licencevault_v1_DefineTypeResponseInput, _licencevault_v1_DefineTypeRequest, _licencevault_v1_DefineTypeResponse>
  FindAuthorities: MethodDefinition<_licencevault_v1_FindAuthoritiesRequestInput, _licencevault_v1_FindAuthoritiesResponseInput, _licencevault_v1_FindAuthoritiesRequest, _licencevault_v1_FindAuthoritiesResponse>
  FindTypes: MethodDefinition<_licencevault_v1_FindTypesRequestInput, _licencevault_v1_FindTypesResponseInput, _licencevault_v1_FindTypesRequest, _licencevault_v1_FindTypesResponse>
  GetAuthorityList: MethodDefinition<_licencevault_v1_GetAuthorityListRequestInput, _licencevault_v1_GetAuthorityListResponseInput, _licencevault_v1_GetAuthorityListRequest, _licencevault_v1_GetAuthorityListResponse>
  GetType: MethodDefinition<_licencevault_v1_GetTypeRequestInput, _licencevault_v1_GetTypeResponseInput, _licencevault_v1_GetTypeRequest, _licencevault_v1_GetTypeResponse>
  PublishAuthorityList: MethodDefinition<_licencevault_v1_PublishAuthorityListRequestInput, _licencevault_v1_PublishAuthorityListResponseInput, _licencevault_v1_PublishAuthorityListRequest, _licencevault_v1_PublishAuthorityListResponse>
  RetireType: MethodDefinition<_licencevault_v1_RetireTypeRequestInput, _licencevault_v1_RetireTypeResponseInput, _licencevault_v1_RetireTypeRequest, _licencevault_v1_RetireTypeResponse>
  ReviseAuthority: MethodDefinition<_licencevault_v1_ReviseAuthorityRequestInput, _licencevault_v1_ReviseAuthorityResponseInput, _licencevault_v1_ReviseAuthorityRequest, _licencevault_v1_ReviseAuthorityResponse>
  ReviseType: MethodDefinition<_licencevault_v1_ReviseTypeRequestInput, _licencevault_v1_ReviseTypeResponseInput, _licencevault_v1_ReviseTypeRequest, _licencevault_v1_ReviseTypeResponse>
}
