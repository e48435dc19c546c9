// Original file: protos/licencevault/v1/issue.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { FetchRequestInput as _licencevault_v1_FetchRequestInput, FetchRequest as _licencevault_v1_FetchRequest } from '../../licencevault/v1/FetchRequest.ts';
import type { FetchResponseInput as _licencevault_v1_FetchResponseInput, FetchResponse as _licencevault_v1_FetchResponse } from '../../licencevault/v1/FetchResponse.ts';
import type { FindRequestInput as _licencevault_v1_FindRequestInput, FindRequest as _licencevault_v1_FindRequest } from '../../licencevault/v1/FindRequest.ts';
import type { FindResponseInput as _licencevault_v1_FindResponseInput, FindResponse as _licencevault_v1_FindResponse } from '../../licencevault/v1/FindResponse.ts';
import type { GetRequestInput as _licencevault_v1_GetRequestInput, GetRequest as _licencevault_v1_GetRequest } from '../../licencevault/v1/GetRequest.ts';
import type { GetResponseInput as _licencevault_v1_GetResponseInput, GetResponse as _licencevault_v1_GetResponse } from '../../licencevault/v1/GetResponse.ts';
import type { IssueManyRequestInput as _licencevault_v1_IssueManyRequestInput, IssueManyRequest as _licencevault_v1_IssueManyRequest } from '../../licencevault/v1/IssueManyRequest.ts';
import type { IssueManyResponseInput as _licencevault_v1_IssueManyResponseInput, IssueManyResponse as _licencevault_v1_IssueManyResponse } from '../../licencevault/v1/IssueManyResponse.ts';
import type { IssueRequestInput as _licencevault_v1_IssueRequestInput, IssueRequest as _licencevault_v1_IssueRequest } from '../../licencevault/v1/IssueRequest.ts';
import type { IssueResponseInput as _licencevault_v1_IssueResponseInput, IssueResponse as _licencevault_v1_IssueResponse } from '../../licencevault/v1/IssueResponse.ts';
import type { PreviewRequestInput as _licencevault_v1_PreviewRequestInput, PreviewRequest as _licencevault_v1_PreviewRequest } from '../../licencevault/v1/PreviewRequest.ts';
import type { PreviewResponseInput as _licencevault_v1_PreviewResponseInput, PreviewResponse as _licencevault_v1_PreviewResponse } from '../../licencevault/v1/PreviewResponse.ts';
import type { VoidIssueRequestInput as _licencevault_v1_VoidIssueRequestInput, VoidIssueRequest as _licencevault_v1_VoidIssueRequest } from '../../licencevault/v1/VoidIssueRequest.ts';
import type { VoidIssueResponseInput as _licencevault_v1_VoidIssueResponseInput, VoidIssueResponse as _licencevault_v1_VoidIssueResponse } from '../../licencevault/v1/VoidIssueResponse.ts';

/**
 * Issues licences, hands out their files and finds them.
 */
export interface IssueServiceClient extends grpc.Client {
  /**
   * Hands out the sealed file: first what it is, then its bytes.
   */
  Fetch(argument: _licencevault_v1_FetchRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchResponse>;
  Fetch(argument: _licencevault_v1_FetchRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchResponse>;
  /**
   * Hands out the sealed file: first what it is, then its bytes.
   */
  fetch(argument: _licencevault_v1_FetchRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchResponse>;
  fetch(argument: _licencevault_v1_FetchRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchResponse>;
  
  /**
   * Finds licences by at least one criterion, a page at a time, in order of issue.
   */
  Find(argument: _licencevault_v1_FindRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  Find(argument: _licencevault_v1_FindRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  Find(argument: _licencevault_v1_FindRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  Find(argument: _licencevault_v1_FindRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  /**
   * Finds licences by at least one criterion, a page at a time, in order of issue.
   */
  find(argument: _licencevault_v1_FindRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  find(argument: _licencevault_v1_FindRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  find(argument: _licencevault_v1_FindRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  find(argument: _licencevault_v1_FindRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindResponse>): grpc.ClientUnaryCall;
  
  /**
   * Answers what is known of one licence.
   */
  Get(argument: _licencevault_v1_GetRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  Get(argument: _licencevault_v1_GetRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  Get(argument: _licencevault_v1_GetRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  Get(argument: _licencevault_v1_GetRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  /**
   * Answers what is known of one licence.
   */
  get(argument: _licencevault_v1_GetRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  get(argument: _licencevault_v1_GetRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  get(argument: _licencevault_v1_GetRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  get(argument: _licencevault_v1_GetRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetResponse>): grpc.ClientUnaryCall;
  
  /**
   * Issues one licence. Answered once its file is sealed, kept and recorded.
   */
  Issue(argument: _licencevault_v1_IssueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  Issue(argument: _licencevault_v1_IssueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  Issue(argument: _licencevault_v1_IssueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  Issue(argument: _licencevault_v1_IssueRequestInput, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  /**
   * Issues one licence. Answered once its file is sealed, kept and recorded.
   */
  issue(argument: _licencevault_v1_IssueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  issue(argument: _licencevault_v1_IssueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  issue(argument: _licencevault_v1_IssueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  issue(argument: _licencevault_v1_IssueRequestInput, callback: grpc.requestCallback<_licencevault_v1_IssueResponse>): grpc.ClientUnaryCall;
  
  /**
   * Issues many: each item has its own outcome, in the order in which they end; a wrong one stops no other.
   * The service reads on as fast as outcomes are read.
   */
  IssueMany(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_licencevault_v1_IssueManyRequestInput, _licencevault_v1_IssueManyResponse>;
  IssueMany(options?: grpc.CallOptions): grpc.ClientDuplexStream<_licencevault_v1_IssueManyRequestInput, _licencevault_v1_IssueManyResponse>;
  /**
   * Issues many: each item has its own outcome, in the order in which they end; a wrong one stops no other.
   * The service reads on as fast as outcomes are read.
   */
  issueMany(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_licencevault_v1_IssueManyRequestInput, _licencevault_v1_IssueManyResponse>;
  issueMany(options?: grpc.CallOptions): grpc.ClientDuplexStream<_licencevault_v1_IssueManyRequestInput, _licencevault_v1_IssueManyResponse>;
  
  /**
   * Draws the face of an order as a marked specimen, unsealed. Nothing is recorded.
   */
  Preview(argument: _licencevault_v1_PreviewRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  Preview(argument: _licencevault_v1_PreviewRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  Preview(argument: _licencevault_v1_PreviewRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  Preview(argument: _licencevault_v1_PreviewRequestInput, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  /**
   * Draws the face of an order as a marked specimen, unsealed. Nothing is recorded.
   */
  preview(argument: _licencevault_v1_PreviewRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  preview(argument: _licencevault_v1_PreviewRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  preview(argument: _licencevault_v1_PreviewRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  preview(argument: _licencevault_v1_PreviewRequestInput, callback: grpc.requestCallback<_licencevault_v1_PreviewResponse>): grpc.ClientUnaryCall;
  
  /**
   * Ends a licence that cannot be finished (作废); only while it is issuing and has no file.
   */
  VoidIssue(argument: _licencevault_v1_VoidIssueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  VoidIssue(argument: _licencevault_v1_VoidIssueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  VoidIssue(argument: _licencevault_v1_VoidIssueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  VoidIssue(argument: _licencevault_v1_VoidIssueRequestInput, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  /**
   * Ends a licence that cannot be finished (作废); only while it is issuing and has no file.
   */
  voidIssue(argument: _licencevault_v1_VoidIssueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  voidIssue(argument: _licencevault_v1_VoidIssueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  voidIssue(argument: _licencevault_v1_VoidIssueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  voidIssue(argument: _licencevault_v1_VoidIssueRequestInput, callback: grpc.requestCallback<_licencevault_v1_VoidIssueResponse>): grpc.ClientUnaryCall;
  
}

/**
 * Issues licences, hands out their files and finds them.
 */
export interface IssueServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Hands out the sealed file: first what it is, then its bytes.
   */
  Fetch: grpc.handleServerStreamingCall<_licencevault_v1_FetchRequest, _licencevault_v1_FetchResponseInput>;
  
  /**
   * Finds licences by at least one criterion, a page at a time, in order of issue.
   */
  Find: grpc.handleUnaryCall<_licencevault_v1_FindRequest, _licencevault_v1_FindResponseInput>;
  
  /**
   * Answers what is known of one licence.
   */
  Get: grpc.handleUnaryCall<_licencevault_v1_GetRequest, _licencevault_v1_GetResponseInput>;
  
  /**
   * Issues one licence. Answered once its file is sealed, kept and recorded.
   */
  Issue: grpc.handleUnaryCall<_licencevault_v1_IssueRequest, _licencevault_v1_IssueResponseInput>;
  
  /**
   * Issues many: each item has its own outcome, in the order in which they end; a wrong one stops no other.
   * The service reads on as fast as outcomes are read.
   */
  IssueMany: grpc.handleBidiStreamingCall<_licencevault_v1_IssueManyRequest, _licencevault_v1_IssueManyResponseInput>;
  
  /**
   * Draws the face of an order as a marked specimen, unsealed. Nothing is recorded.
   */
  Preview: grpc.handleUnaryCall<_licencevault_v1_PreviewRequest, _licencevault_v1_PreviewResponseInput>;
  
  /**
   * Ends a licence that cannot be finished (作废); only while it is issuing and has no file.
   */
  VoidIssue: grpc.handleUnaryCall<_licencevault_v1_VoidIssueRequest, _licencevault_v1_VoidIssueResponseInput>;
  
}

export interface IssueServiceDefinition extends grpc.ServiceDefinition {
  Fetch: MethodDefinition<_licencevault_v1_FetchRequestInput, _licencevault_v1_FetchResponseInput, _licencevault_v1_FetchRequest, _licencevault_v1_FetchResponse>
  Find: MethodDefinition<_licencevault_v1_FindRequestInput, _licencevault_v1_FindResponseInput, _licencevault_v1_FindRequest, _licencevault_v1_FindResponse>
  Get: MethodDefinition<_licencevault_v1_GetRequestInput, _licencevault_v1_GetResponseInput, _licencevault_v1_GetRequest, _licencevault_v1_GetResponse>
  Issue: MethodDefinition<_licencevault_v1_IssueRequestInput, _licencevault_v1_IssueResponseInput, _licencevault_v1_IssueRequest, _licencevault_v1_IssueResponse>
  IssueMany: MethodDefinition<_licencevault_v1_IssueManyRequestInput, _licencevault_v1_IssueManyResponseInput, _licencevault_v1_IssueManyRequest, _licencevault_v1_IssueManyResponse>
  Preview: MethodDefinition<_licencevault_v1_PreviewRequestInput, _licencevault_v1_PreviewResponseInput, _licencevault_v1_PreviewRequest, _licencevault_v1_PreviewResponse>
  VoidIssue: MethodDefinition<_licencevault_v1_VoidIssueRequestInput, _licencevault_v1_VoidIssueResponseInput, _licencevault_v1_VoidIssueRequest, _licencevault_v1_VoidIssueResponse>
}
