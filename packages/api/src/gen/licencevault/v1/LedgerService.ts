// Original file: protos/licencevault/v1/ledger.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CheckpointRequestInput as _licencevault_v1_CheckpointRequestInput, CheckpointRequest as _licencevault_v1_CheckpointRequest } from '../../licencevault/v1/CheckpointRequest.ts';
import type { CheckpointResponseInput as _licencevault_v1_CheckpointResponseInput, CheckpointResponse as _licencevault_v1_CheckpointResponse } from '../../licencevault/v1/CheckpointResponse.ts';
import type { ConsistencyRequestInput as _licencevault_v1_ConsistencyRequestInput, ConsistencyRequest as _licencevault_v1_ConsistencyRequest } from '../../licencevault/v1/ConsistencyRequest.ts';
import type { ConsistencyResponseInput as _licencevault_v1_ConsistencyResponseInput, ConsistencyResponse as _licencevault_v1_ConsistencyResponse } from '../../licencevault/v1/ConsistencyResponse.ts';
import type { EntriesRequestInput as _licencevault_v1_EntriesRequestInput, EntriesRequest as _licencevault_v1_EntriesRequest } from '../../licencevault/v1/EntriesRequest.ts';
import type { EntriesResponseInput as _licencevault_v1_EntriesResponseInput, EntriesResponse as _licencevault_v1_EntriesResponse } from '../../licencevault/v1/EntriesResponse.ts';
import type { InclusionRequestInput as _licencevault_v1_InclusionRequestInput, InclusionRequest as _licencevault_v1_InclusionRequest } from '../../licencevault/v1/InclusionRequest.ts';
import type { InclusionResponseInput as _licencevault_v1_InclusionResponseInput, InclusionResponse as _licencevault_v1_InclusionResponse } from '../../licencevault/v1/InclusionResponse.ts';

/**
 * Proofs and entries of the ledger. Nothing personal stands in it.
 */
export interface LedgerServiceClient extends grpc.Client {
  /**
   * Answers the newest signed checkpoint.
   */
  Checkpoint(argument: _licencevault_v1_CheckpointRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  Checkpoint(argument: _licencevault_v1_CheckpointRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  Checkpoint(argument: _licencevault_v1_CheckpointRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  Checkpoint(argument: _licencevault_v1_CheckpointRequestInput, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  /**
   * Answers the newest signed checkpoint.
   */
  checkpoint(argument: _licencevault_v1_CheckpointRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  checkpoint(argument: _licencevault_v1_CheckpointRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  checkpoint(argument: _licencevault_v1_CheckpointRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  checkpoint(argument: _licencevault_v1_CheckpointRequestInput, callback: grpc.requestCallback<_licencevault_v1_CheckpointResponse>): grpc.ClientUnaryCall;
  
  /**
   * Proves that one checkpoint only appends to an earlier one.
   */
  Consistency(argument: _licencevault_v1_ConsistencyRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  Consistency(argument: _licencevault_v1_ConsistencyRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  Consistency(argument: _licencevault_v1_ConsistencyRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  Consistency(argument: _licencevault_v1_ConsistencyRequestInput, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  /**
   * Proves that one checkpoint only appends to an earlier one.
   */
  consistency(argument: _licencevault_v1_ConsistencyRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  consistency(argument: _licencevault_v1_ConsistencyRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  consistency(argument: _licencevault_v1_ConsistencyRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  consistency(argument: _licencevault_v1_ConsistencyRequestInput, callback: grpc.requestCallback<_licencevault_v1_ConsistencyResponse>): grpc.ClientUnaryCall;
  
  /**
   * Streams entries after a cursor, in their order; the cursor is the index last seen, so a broken stream
   * resumes where it ended. With `follow` it goes on as entries come.
   */
  Entries(argument: _licencevault_v1_EntriesRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_EntriesResponse>;
  Entries(argument: _licencevault_v1_EntriesRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_EntriesResponse>;
  /**
   * Streams entries after a cursor, in their order; the cursor is the index last seen, so a broken stream
   * resumes where it ended. With `follow` it goes on as entries come.
   */
  entries(argument: _licencevault_v1_EntriesRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_EntriesResponse>;
  entries(argument: _licencevault_v1_EntriesRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_EntriesResponse>;
  
  /**
   * Proves that an entry stands under a checkpoint.
   */
  Inclusion(argument: _licencevault_v1_InclusionRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  Inclusion(argument: _licencevault_v1_InclusionRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  Inclusion(argument: _licencevault_v1_InclusionRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  Inclusion(argument: _licencevault_v1_InclusionRequestInput, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  /**
   * Proves that an entry stands under a checkpoint.
   */
  inclusion(argument: _licencevault_v1_InclusionRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  inclusion(argument: _licencevault_v1_InclusionRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  inclusion(argument: _licencevault_v1_InclusionRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  inclusion(argument: _licencevault_v1_InclusionRequestInput, callback: grpc.requestCallback<_licencevault_v1_InclusionResponse>): grpc.ClientUnaryCall;
  
}

/**
 * Proofs and entries of the ledger. Nothing personal stands in it.
 */
export interface LedgerServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Answers the newest signed checkpoint.
   */
  Checkpoint: grpc.handleUnaryCall<_licencevault_v1_CheckpointRequest, _licencevault_v1_CheckpointResponseInput>;
  
  /**
   * Proves that one checkpoint only appends to an earlier one.
   */
  Consistency: grpc.handleUnaryCall<_licencevault_v1_ConsistencyRequest, _licencevault_v1_ConsistencyResponseInput>;
  
  /**
   * Streams entries after a cursor, in their order; the cursor is the index last seen, so a broken stream
   * resumes where it ended. With `follow` it goes on as entries come.
   */
  Entries: grpc.handleServerStreamingCall<_licencevault_v1_EntriesRequest, _licencevault_v1_EntriesResponseInput>;
  
  /**
   * Proves that an entry stands under a checkpoint.
   */
  Inclusion: grpc.handleUnaryCall<_licencevault_v1_InclusionRequest, _licencevault_v1_InclusionResponseInput>;
  
}

export interface LedgerServiceDefinition extends grpc.ServiceDefinition {
  Checkpoint: MethodDefinition<_licencevault_v1_CheckpointRequestInput, _licencevault_v1_CheckpointResponseInput, _licencevault_v1_CheckpointRequest, _licencevault_v1_CheckpointResponse>
  Consistency: MethodDefinition<_licencevault_v1_ConsistencyRequestInput, _licencevault_v1_ConsistencyResponseInput, _licencevault_v1_ConsistencyRequest, _licencevault_v1_ConsistencyResponse>
  Entries: MethodDefinition<_licencevault_v1_EntriesRequestInput, _licencevault_v1_EntriesResponseInput, _licencevault_v1_EntriesRequest, _licencevault_v1_EntriesResponse>
  Inclusion: MethodDefinition<_licencevault_v1_InclusionRequestInput, _licencevault_v1_InclusionResponseInput, _licencevault_v1_InclusionRequest, _licencevault_v1_InclusionResponse>
}
