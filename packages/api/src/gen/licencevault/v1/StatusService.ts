// Original file: protos/licencevault/v1/status.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AsOfRequestInput as _licencevault_v1_AsOfRequestInput, AsOfRequest as _licencevault_v1_AsOfRequest } from '../../licencevault/v1/AsOfRequest.ts';
import type { AsOfResponseInput as _licencevault_v1_AsOfResponseInput, AsOfResponse as _licencevault_v1_AsOfResponse } from '../../licencevault/v1/AsOfResponse.ts';
import type { ChangeRequestInput as _licencevault_v1_ChangeRequestInput, ChangeRequest as _licencevault_v1_ChangeRequest } from '../../licencevault/v1/ChangeRequest.ts';
import type { ChangeResponseInput as _licencevault_v1_ChangeResponseInput, ChangeResponse as _licencevault_v1_ChangeResponse } from '../../licencevault/v1/ChangeResponse.ts';
import type { HistoryRequestInput as _licencevault_v1_HistoryRequestInput, HistoryRequest as _licencevault_v1_HistoryRequest } from '../../licencevault/v1/HistoryRequest.ts';
import type { HistoryResponseInput as _licencevault_v1_HistoryResponseInput, HistoryResponse as _licencevault_v1_HistoryResponse } from '../../licencevault/v1/HistoryResponse.ts';
import type { ReplaceRequestInput as _licencevault_v1_ReplaceRequestInput, ReplaceRequest as _licencevault_v1_ReplaceRequest } from '../../licencevault/v1/ReplaceRequest.ts';
import type { ReplaceResponseInput as _licencevault_v1_ReplaceResponseInput, ReplaceResponse as _licencevault_v1_ReplaceResponse } from '../../licencevault/v1/ReplaceResponse.ts';

/**
 * Changes what a licence is worth, and tells what it was worth when.
 */
export interface StatusServiceClient extends grpc.Client {
  /**
   * Tells the state as of a moment, as it was known at another.
   */
  AsOf(argument: _licencevault_v1_AsOfRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  AsOf(argument: _licencevault_v1_AsOfRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  AsOf(argument: _licencevault_v1_AsOfRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  AsOf(argument: _licencevault_v1_AsOfRequestInput, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  /**
   * Tells the state as of a moment, as it was known at another.
   */
  asOf(argument: _licencevault_v1_AsOfRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  asOf(argument: _licencevault_v1_AsOfRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  asOf(argument: _licencevault_v1_AsOfRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  asOf(argument: _licencevault_v1_AsOfRequestInput, callback: grpc.requestCallback<_licencevault_v1_AsOfResponse>): grpc.ClientUnaryCall;
  
  /**
   * Makes a move that needs no new licence: suspend, restore, revoke, rescind, cancel, withdraw, …
   */
  Change(argument: _licencevault_v1_ChangeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  Change(argument: _licencevault_v1_ChangeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  Change(argument: _licencevault_v1_ChangeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  Change(argument: _licencevault_v1_ChangeRequestInput, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  /**
   * Makes a move that needs no new licence: suspend, restore, revoke, rescind, cancel, withdraw, …
   */
  change(argument: _licencevault_v1_ChangeRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  change(argument: _licencevault_v1_ChangeRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  change(argument: _licencevault_v1_ChangeRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  change(argument: _licencevault_v1_ChangeRequestInput, callback: grpc.requestCallback<_licencevault_v1_ChangeResponse>): grpc.ClientUnaryCall;
  
  /**
   * Tells every act upon a licence, oldest first.
   */
  History(argument: _licencevault_v1_HistoryRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  History(argument: _licencevault_v1_HistoryRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  History(argument: _licencevault_v1_HistoryRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  History(argument: _licencevault_v1_HistoryRequestInput, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  /**
   * Tells every act upon a licence, oldest first.
   */
  history(argument: _licencevault_v1_HistoryRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  history(argument: _licencevault_v1_HistoryRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  history(argument: _licencevault_v1_HistoryRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  history(argument: _licencevault_v1_HistoryRequestInput, callback: grpc.requestCallback<_licencevault_v1_HistoryResponse>): grpc.ClientUnaryCall;
  
  /**
   * Issues a licence that takes the place of another and links both: replace, renew or reissue.
   */
  Replace(argument: _licencevault_v1_ReplaceRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  Replace(argument: _licencevault_v1_ReplaceRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  Replace(argument: _licencevault_v1_ReplaceRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  Replace(argument: _licencevault_v1_ReplaceRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  /**
   * Issues a licence that takes the place of another and links both: replace, renew or reissue.
   */
  replace(argument: _licencevault_v1_ReplaceRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  replace(argument: _licencevault_v1_ReplaceRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  replace(argument: _licencevault_v1_ReplaceRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  replace(argument: _licencevault_v1_ReplaceRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReplaceResponse>): grpc.ClientUnaryCall;
  
}

/**
 * Changes what a licence is worth, and tells what it was worth when.
 */
export interface StatusServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Tells the state as of a moment, as it was known at another.
   */
  AsOf: grpc.handleUnaryCall<_licencevault_v1_AsOfRequest, _licencevault_v1_AsOfResponseInput>;
  
  /**
   * Makes a move that needs no new licence: suspend, restore, revoke, rescind, cancel, withdraw, …
   */
  Change: grpc.handleUnaryCall<_licencevault_v1_ChangeRequest, _licencevault_v1_ChangeResponseInput>;
  
  /**
   * Tells every act upon a licence, oldest first.
   */
  History: grpc.handleUnaryCall<_licencevault_v1_HistoryRequest, _licencevault_v1_HistoryResponseInput>;
  
  /**
   * Issues a licence that takes the place of another and links both: replace, renew or reissue.
   */
  Replace: grpc.handleUnaryCall<_licencevault_v1_ReplaceRequest, _licencevault_v1_ReplaceResponseInput>;
  
}

export interface StatusServiceDefinition extends grpc.ServiceDefinition {
  AsOf: MethodDefinition<_licencevault_v1_AsOfRequestInput, _licencevault_v1_AsOfResponseInput, _licencevault_v1_AsOfRequest, _licencevault_v1_AsOfResponse>
  Change: MethodDefinition<_licencevault_v1_ChangeRequestInput, _licencevault_v1_ChangeResponseInput, _licencevault_v1_ChangeRequest, _licencevault_v1_ChangeResponse>
  History: MethodDefinition<_licencevault_v1_HistoryRequestInput, _licencevault_v1_HistoryResponseInput, _licencevault_v1_HistoryRequest, _licencevault_v1_HistoryResponse>
  Replace: MethodDefinition<_licencevault_v1_ReplaceRequestInput, _licencevault_v1_ReplaceResponseInput, _licencevault_v1_ReplaceRequest, _licencevault_v1_ReplaceResponse>
}
