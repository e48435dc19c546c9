// Original file: protos/licencevault/v1/archive.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ApplyToFiledRequestInput as _licencevault_v1_ApplyToFiledRequestInput, ApplyToFiledRequest as _licencevault_v1_ApplyToFiledRequest } from '../../licencevault/v1/ApplyToFiledRequest.ts';
import type { ApplyToFiledResponseInput as _licencevault_v1_ApplyToFiledResponseInput, ApplyToFiledResponse as _licencevault_v1_ApplyToFiledResponse } from '../../licencevault/v1/ApplyToFiledResponse.ts';
import type { ApproveScheduleRequestInput as _licencevault_v1_ApproveScheduleRequestInput, ApproveScheduleRequest as _licencevault_v1_ApproveScheduleRequest } from '../../licencevault/v1/ApproveScheduleRequest.ts';
import type { ApproveScheduleResponseInput as _licencevault_v1_ApproveScheduleResponseInput, ApproveScheduleResponse as _licencevault_v1_ApproveScheduleResponse } from '../../licencevault/v1/ApproveScheduleResponse.ts';
import type { CountDueRequestInput as _licencevault_v1_CountDueRequestInput, CountDueRequest as _licencevault_v1_CountDueRequest } from '../../licencevault/v1/CountDueRequest.ts';
import type { CountDueResponseInput as _licencevault_v1_CountDueResponseInput, CountDueResponse as _licencevault_v1_CountDueResponse } from '../../licencevault/v1/CountDueResponse.ts';
import type { CountExceptionsRequestInput as _licencevault_v1_CountExceptionsRequestInput, CountExceptionsRequest as _licencevault_v1_CountExceptionsRequest } from '../../licencevault/v1/CountExceptionsRequest.ts';
import type { CountExceptionsResponseInput as _licencevault_v1_CountExceptionsResponseInput, CountExceptionsResponse as _licencevault_v1_CountExceptionsResponse } from '../../licencevault/v1/CountExceptionsResponse.ts';
import type { CountUndatedRequestInput as _licencevault_v1_CountUndatedRequestInput, CountUndatedRequest as _licencevault_v1_CountUndatedRequest } from '../../licencevault/v1/CountUndatedRequest.ts';
import type { CountUndatedResponseInput as _licencevault_v1_CountUndatedResponseInput, CountUndatedResponse as _licencevault_v1_CountUndatedResponse } from '../../licencevault/v1/CountUndatedResponse.ts';
import type { DeclineScheduleRequestInput as _licencevault_v1_DeclineScheduleRequestInput, DeclineScheduleRequest as _licencevault_v1_DeclineScheduleRequest } from '../../licencevault/v1/DeclineScheduleRequest.ts';
import type { DeclineScheduleResponseInput as _licencevault_v1_DeclineScheduleResponseInput, DeclineScheduleResponse as _licencevault_v1_DeclineScheduleResponse } from '../../licencevault/v1/DeclineScheduleResponse.ts';
import type { DefineItemsRequestInput as _licencevault_v1_DefineItemsRequestInput, DefineItemsRequest as _licencevault_v1_DefineItemsRequest } from '../../licencevault/v1/DefineItemsRequest.ts';
import type { DefineItemsResponseInput as _licencevault_v1_DefineItemsResponseInput, DefineItemsResponse as _licencevault_v1_DefineItemsResponse } from '../../licencevault/v1/DefineItemsResponse.ts';
import type { DryRunScheduleRequestInput as _licencevault_v1_DryRunScheduleRequestInput, DryRunScheduleRequest as _licencevault_v1_DryRunScheduleRequest } from '../../licencevault/v1/DryRunScheduleRequest.ts';
import type { DryRunScheduleResponseInput as _licencevault_v1_DryRunScheduleResponseInput, DryRunScheduleResponse as _licencevault_v1_DryRunScheduleResponse } from '../../licencevault/v1/DryRunScheduleResponse.ts';
import type { ExplainCaseRequestInput as _licencevault_v1_ExplainCaseRequestInput, ExplainCaseRequest as _licencevault_v1_ExplainCaseRequest } from '../../licencevault/v1/ExplainCaseRequest.ts';
import type { ExplainCaseResponseInput as _licencevault_v1_ExplainCaseResponseInput, ExplainCaseResponse as _licencevault_v1_ExplainCaseResponse } from '../../licencevault/v1/ExplainCaseResponse.ts';
import type { FetchCaseFileRequestInput as _licencevault_v1_FetchCaseFileRequestInput, FetchCaseFileRequest as _licencevault_v1_FetchCaseFileRequest } from '../../licencevault/v1/FetchCaseFileRequest.ts';
import type { FetchCaseFileResponseInput as _licencevault_v1_FetchCaseFileResponseInput, FetchCaseFileResponse as _licencevault_v1_FetchCaseFileResponse } from '../../licencevault/v1/FetchCaseFileResponse.ts';
import type { FileCaseRequestInput as _licencevault_v1_FileCaseRequestInput, FileCaseRequest as _licencevault_v1_FileCaseRequest } from '../../licencevault/v1/FileCaseRequest.ts';
import type { FileCaseResponseInput as _licencevault_v1_FileCaseResponseInput, FileCaseResponse as _licencevault_v1_FileCaseResponse } from '../../licencevault/v1/FileCaseResponse.ts';
import type { FindCaseRequestInput as _licencevault_v1_FindCaseRequestInput, FindCaseRequest as _licencevault_v1_FindCaseRequest } from '../../licencevault/v1/FindCaseRequest.ts';
import type { FindCaseResponseInput as _licencevault_v1_FindCaseResponseInput, FindCaseResponse as _licencevault_v1_FindCaseResponse } from '../../licencevault/v1/FindCaseResponse.ts';
import type { FindDueRequestInput as _licencevault_v1_FindDueRequestInput, FindDueRequest as _licencevault_v1_FindDueRequest } from '../../licencevault/v1/FindDueRequest.ts';
import type { FindDueResponseInput as _licencevault_v1_FindDueResponseInput, FindDueResponse as _licencevault_v1_FindDueResponse } from '../../licencevault/v1/FindDueResponse.ts';
import type { FindExceptionsRequestInput as _licencevault_v1_FindExceptionsRequestInput, FindExceptionsRequest as _licencevault_v1_FindExceptionsRequest } from '../../licencevault/v1/FindExceptionsRequest.ts';
import type { FindExceptionsResponseInput as _licencevault_v1_FindExceptionsResponseInput, FindExceptionsResponse as _licencevault_v1_FindExceptionsResponse } from '../../licencevault/v1/FindExceptionsResponse.ts';
import type { FindItemsRequestInput as _licencevault_v1_FindItemsRequestInput, FindItemsRequest as _licencevault_v1_FindItemsRequest } from '../../licencevault/v1/FindItemsRequest.ts';
import type { FindItemsResponseInput as _licencevault_v1_FindItemsResponseInput, FindItemsResponse as _licencevault_v1_FindItemsResponse } from '../../licencevault/v1/FindItemsResponse.ts';
import type { FindUndatedRequestInput as _licencevault_v1_FindUndatedRequestInput, FindUndatedRequest as _licencevault_v1_FindUndatedRequest } from '../../licencevault/v1/FindUndatedRequest.ts';
import type { FindUndatedResponseInput as _licencevault_v1_FindUndatedResponseInput, FindUndatedResponse as _licencevault_v1_FindUndatedResponse } from '../../licencevault/v1/FindUndatedResponse.ts';
import type { FindUsesRequestInput as _licencevault_v1_FindUsesRequestInput, FindUsesRequest as _licencevault_v1_FindUsesRequest } from '../../licencevault/v1/FindUsesRequest.ts';
import type { FindUsesResponseInput as _licencevault_v1_FindUsesResponseInput, FindUsesResponse as _licencevault_v1_FindUsesResponse } from '../../licencevault/v1/FindUsesResponse.ts';
import type { GetCoverageRequestInput as _licencevault_v1_GetCoverageRequestInput, GetCoverageRequest as _licencevault_v1_GetCoverageRequest } from '../../licencevault/v1/GetCoverageRequest.ts';
import type { GetCoverageResponseInput as _licencevault_v1_GetCoverageResponseInput, GetCoverageResponse as _licencevault_v1_GetCoverageResponse } from '../../licencevault/v1/GetCoverageResponse.ts';
import type { GetItemRequestInput as _licencevault_v1_GetItemRequestInput, GetItemRequest as _licencevault_v1_GetItemRequest } from '../../licencevault/v1/GetItemRequest.ts';
import type { GetItemResponseInput as _licencevault_v1_GetItemResponseInput, GetItemResponse as _licencevault_v1_GetItemResponse } from '../../licencevault/v1/GetItemResponse.ts';
import type { GetScheduleRequestInput as _licencevault_v1_GetScheduleRequestInput, GetScheduleRequest as _licencevault_v1_GetScheduleRequest } from '../../licencevault/v1/GetScheduleRequest.ts';
import type { GetScheduleResponseInput as _licencevault_v1_GetScheduleResponseInput, GetScheduleResponse as _licencevault_v1_GetScheduleResponse } from '../../licencevault/v1/GetScheduleResponse.ts';
import type { LiftHoldRequestInput as _licencevault_v1_LiftHoldRequestInput, LiftHoldRequest as _licencevault_v1_LiftHoldRequest } from '../../licencevault/v1/LiftHoldRequest.ts';
import type { LiftHoldResponseInput as _licencevault_v1_LiftHoldResponseInput, LiftHoldResponse as _licencevault_v1_LiftHoldResponse } from '../../licencevault/v1/LiftHoldResponse.ts';
import type { ListCaseFilesRequestInput as _licencevault_v1_ListCaseFilesRequestInput, ListCaseFilesRequest as _licencevault_v1_ListCaseFilesRequest } from '../../licencevault/v1/ListCaseFilesRequest.ts';
import type { ListCaseFilesResponseInput as _licencevault_v1_ListCaseFilesResponseInput, ListCaseFilesResponse as _licencevault_v1_ListCaseFilesResponse } from '../../licencevault/v1/ListCaseFilesResponse.ts';
import type { ListHeldCasesRequestInput as _licencevault_v1_ListHeldCasesRequestInput, ListHeldCasesRequest as _licencevault_v1_ListHeldCasesRequest } from '../../licencevault/v1/ListHeldCasesRequest.ts';
import type { ListHeldCasesResponseInput as _licencevault_v1_ListHeldCasesResponseInput, ListHeldCasesResponse as _licencevault_v1_ListHeldCasesResponse } from '../../licencevault/v1/ListHeldCasesResponse.ts';
import type { ListHoldsRequestInput as _licencevault_v1_ListHoldsRequestInput, ListHoldsRequest as _licencevault_v1_ListHoldsRequest } from '../../licencevault/v1/ListHoldsRequest.ts';
import type { ListHoldsResponseInput as _licencevault_v1_ListHoldsResponseInput, ListHoldsResponse as _licencevault_v1_ListHoldsResponse } from '../../licencevault/v1/ListHoldsResponse.ts';
import type { ListSchedulesRequestInput as _licencevault_v1_ListSchedulesRequestInput, ListSchedulesRequest as _licencevault_v1_ListSchedulesRequest } from '../../licencevault/v1/ListSchedulesRequest.ts';
import type { ListSchedulesResponseInput as _licencevault_v1_ListSchedulesResponseInput, ListSchedulesResponse as _licencevault_v1_ListSchedulesResponse } from '../../licencevault/v1/ListSchedulesResponse.ts';
import type { PlaceHoldRequestInput as _licencevault_v1_PlaceHoldRequestInput, PlaceHoldRequest as _licencevault_v1_PlaceHoldRequest } from '../../licencevault/v1/PlaceHoldRequest.ts';
import type { PlaceHoldResponseInput as _licencevault_v1_PlaceHoldResponseInput, PlaceHoldResponse as _licencevault_v1_PlaceHoldResponse } from '../../licencevault/v1/PlaceHoldResponse.ts';
import type { ProposeScheduleRequestInput as _licencevault_v1_ProposeScheduleRequestInput, ProposeScheduleRequest as _licencevault_v1_ProposeScheduleRequest } from '../../licencevault/v1/ProposeScheduleRequest.ts';
import type { ProposeScheduleResponseInput as _licencevault_v1_ProposeScheduleResponseInput, ProposeScheduleResponse as _licencevault_v1_ProposeScheduleResponse } from '../../licencevault/v1/ProposeScheduleResponse.ts';
import type { ReadScheduleRequestInput as _licencevault_v1_ReadScheduleRequestInput, ReadScheduleRequest as _licencevault_v1_ReadScheduleRequest } from '../../licencevault/v1/ReadScheduleRequest.ts';
import type { ReadScheduleResponseInput as _licencevault_v1_ReadScheduleResponseInput, ReadScheduleResponse as _licencevault_v1_ReadScheduleResponse } from '../../licencevault/v1/ReadScheduleResponse.ts';
import type { RecordEventRequestInput as _licencevault_v1_RecordEventRequestInput, RecordEventRequest as _licencevault_v1_RecordEventRequest } from '../../licencevault/v1/RecordEventRequest.ts';
import type { RecordEventResponseInput as _licencevault_v1_RecordEventResponseInput, RecordEventResponse as _licencevault_v1_RecordEventResponse } from '../../licencevault/v1/RecordEventResponse.ts';
import type { RetireItemRequestInput as _licencevault_v1_RetireItemRequestInput, RetireItemRequest as _licencevault_v1_RetireItemRequest } from '../../licencevault/v1/RetireItemRequest.ts';
import type { RetireItemResponseInput as _licencevault_v1_RetireItemResponseInput, RetireItemResponse as _licencevault_v1_RetireItemResponse } from '../../licencevault/v1/RetireItemResponse.ts';
import type { ReviseItemsRequestInput as _licencevault_v1_ReviseItemsRequestInput, ReviseItemsRequest as _licencevault_v1_ReviseItemsRequest } from '../../licencevault/v1/ReviseItemsRequest.ts';
import type { ReviseItemsResponseInput as _licencevault_v1_ReviseItemsResponseInput, ReviseItemsResponse as _licencevault_v1_ReviseItemsResponse } from '../../licencevault/v1/ReviseItemsResponse.ts';
import type { UseRequestInput as _licencevault_v1_UseRequestInput, UseRequest as _licencevault_v1_UseRequest } from '../../licencevault/v1/UseRequest.ts';
import type { UseResponseInput as _licencevault_v1_UseResponseInput, UseResponse as _licencevault_v1_UseResponse } from '../../licencevault/v1/UseResponse.ts';
import type { ValidateCaseRequestInput as _licencevault_v1_ValidateCaseRequestInput, ValidateCaseRequest as _licencevault_v1_ValidateCaseRequest } from '../../licencevault/v1/ValidateCaseRequest.ts';
import type { ValidateCaseResponseInput as _licencevault_v1_ValidateCaseResponseInput, ValidateCaseResponse as _licencevault_v1_ValidateCaseResponse } from '../../licencevault/v1/ValidateCaseResponse.ts';
import type { WriteScheduleRequestInput as _licencevault_v1_WriteScheduleRequestInput, WriteScheduleRequest as _licencevault_v1_WriteScheduleRequest } from '../../licencevault/v1/WriteScheduleRequest.ts';
import type { WriteScheduleResponseInput as _licencevault_v1_WriteScheduleResponseInput, WriteScheduleResponse as _licencevault_v1_WriteScheduleResponse } from '../../licencevault/v1/WriteScheduleResponse.ts';

/**
 * The records room. Which application calls stands in its certificate; who sits at it is told in `user`, as the
 * application names its people, and the application answers for that.
 */
export interface ArchiveServiceClient extends grpc.Client {
  /**
   * Applies an approved table to cases that are filed already, by a decision; nothing else does.
   */
  ApplyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  ApplyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  ApplyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  ApplyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  /**
   * Applies an approved table to cases that are filed already, by a decision; nothing else does.
   */
  applyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  applyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  applyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  applyToFiled(argument: _licencevault_v1_ApplyToFiledRequestInput, callback: grpc.requestCallback<_licencevault_v1_ApplyToFiledResponse>): grpc.ClientUnaryCall;
  
  /**
   * Approves a proposed table from a day on; never by who proposed it.
   */
  ApproveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  ApproveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  ApproveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  ApproveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  /**
   * Approves a proposed table from a day on; never by who proposed it.
   */
  approveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  approveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  approveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  approveSchedule(argument: _licencevault_v1_ApproveScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_ApproveScheduleResponse>): grpc.ClientUnaryCall;
  
  /**
   * Counts what falls due, from counts that are kept.
   */
  CountDue(argument: _licencevault_v1_CountDueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  CountDue(argument: _licencevault_v1_CountDueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  CountDue(argument: _licencevault_v1_CountDueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  CountDue(argument: _licencevault_v1_CountDueRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  /**
   * Counts what falls due, from counts that are kept.
   */
  countDue(argument: _licencevault_v1_CountDueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  countDue(argument: _licencevault_v1_CountDueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  countDue(argument: _licencevault_v1_CountDueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  countDue(argument: _licencevault_v1_CountDueRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountDueResponse>): grpc.ClientUnaryCall;
  
  /**
   * Counts what stands on the list of exceptions, and tells how late cases were filed, by office.
   */
  CountExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  CountExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  CountExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  CountExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  /**
   * Counts what stands on the list of exceptions, and tells how late cases were filed, by office.
   */
  countExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  countExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  countExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  countExceptions(argument: _licencevault_v1_CountExceptionsRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountExceptionsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Counts them, from counts that are kept.
   */
  CountUndated(argument: _licencevault_v1_CountUndatedRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  CountUndated(argument: _licencevault_v1_CountUndatedRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  CountUndated(argument: _licencevault_v1_CountUndatedRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  CountUndated(argument: _licencevault_v1_CountUndatedRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  /**
   * Counts them, from counts that are kept.
   */
  countUndated(argument: _licencevault_v1_CountUndatedRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  countUndated(argument: _licencevault_v1_CountUndatedRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  countUndated(argument: _licencevault_v1_CountUndatedRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  countUndated(argument: _licencevault_v1_CountUndatedRequestInput, callback: grpc.requestCallback<_licencevault_v1_CountUndatedResponse>): grpc.ClientUnaryCall;
  
  /**
   * Declines a proposed table.
   */
  DeclineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  DeclineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  DeclineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  DeclineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  /**
   * Declines a proposed table.
   */
  declineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  declineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  declineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  declineSchedule(argument: _licencevault_v1_DeclineScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_DeclineScheduleResponse>): grpc.ClientUnaryCall;
  
  /**
   * Defines items that there were not, all or none.
   */
  DefineItems(argument: _licencevault_v1_DefineItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  DefineItems(argument: _licencevault_v1_DefineItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  DefineItems(argument: _licencevault_v1_DefineItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  DefineItems(argument: _licencevault_v1_DefineItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  /**
   * Defines items that there were not, all or none.
   */
  defineItems(argument: _licencevault_v1_DefineItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  defineItems(argument: _licencevault_v1_DefineItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  defineItems(argument: _licencevault_v1_DefineItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  defineItems(argument: _licencevault_v1_DefineItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_DefineItemsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Tells what a table would change, by item and office, before anyone approves: what it says otherwise, and what
   * would become of the dates of filed cases if a decision applied it to them.
   */
  DryRunSchedule(argument: _licencevault_v1_DryRunScheduleRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_DryRunScheduleResponse>;
  DryRunSchedule(argument: _licencevault_v1_DryRunScheduleRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_DryRunScheduleResponse>;
  /**
   * Tells what a table would change, by item and office, before anyone approves: what it says otherwise, and what
   * would become of the dates of filed cases if a decision applied it to them.
   */
  dryRunSchedule(argument: _licencevault_v1_DryRunScheduleRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_DryRunScheduleResponse>;
  dryRunSchedule(argument: _licencevault_v1_DryRunScheduleRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_DryRunScheduleResponse>;
  
  /**
   * Tells what applies to a case and why.
   */
  ExplainCase(argument: _licencevault_v1_ExplainCaseRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  ExplainCase(argument: _licencevault_v1_ExplainCaseRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  ExplainCase(argument: _licencevault_v1_ExplainCaseRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  ExplainCase(argument: _licencevault_v1_ExplainCaseRequestInput, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  /**
   * Tells what applies to a case and why.
   */
  explainCase(argument: _licencevault_v1_ExplainCaseRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  explainCase(argument: _licencevault_v1_ExplainCaseRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  explainCase(argument: _licencevault_v1_ExplainCaseRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  explainCase(argument: _licencevault_v1_ExplainCaseRequestInput, callback: grpc.requestCallback<_licencevault_v1_ExplainCaseResponse>): grpc.ClientUnaryCall;
  
  /**
   * Hands out one file of the package without reading the rest, or the package whole: first what it is, then
   * its bytes.
   */
  FetchCaseFile(argument: _licencevault_v1_FetchCaseFileRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchCaseFileResponse>;
  FetchCaseFile(argument: _licencevault_v1_FetchCaseFileRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchCaseFileResponse>;
  /**
   * Hands out one file of the package without reading the rest, or the package whole: first what it is, then
   * its bytes.
   */
  fetchCaseFile(argument: _licencevault_v1_FetchCaseFileRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchCaseFileResponse>;
  fetchCaseFile(argument: _licencevault_v1_FetchCaseFileRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_FetchCaseFileResponse>;
  
  /**
   * Files one finished case with its files of any size. Answered once it is numbered, checked, packaged, kept
   * and recorded; until then nothing of it stands.
   */
  FileCase(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  FileCase(metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  FileCase(options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  FileCase(callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  /**
   * Files one finished case with its files of any size. Answered once it is numbered, checked, packaged, kept
   * and recorded; until then nothing of it stands.
   */
  fileCase(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  fileCase(metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  fileCase(options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  fileCase(callback: grpc.requestCallback<_licencevault_v1_FileCaseResponse>): grpc.ClientWritableStream<_licencevault_v1_FileCaseRequestInput>;
  
  /**
   * Finds one case by its number at the office, or by its archival number.
   */
  FindCase(argument: _licencevault_v1_FindCaseRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  FindCase(argument: _licencevault_v1_FindCaseRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  FindCase(argument: _licencevault_v1_FindCaseRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  FindCase(argument: _licencevault_v1_FindCaseRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  /**
   * Finds one case by its number at the office, or by its archival number.
   */
  findCase(argument: _licencevault_v1_FindCaseRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  findCase(argument: _licencevault_v1_FindCaseRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  findCase(argument: _licencevault_v1_FindCaseRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  findCase(argument: _licencevault_v1_FindCaseRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindCaseResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists what falls due, a page at a time, in the order of the due date.
   */
  FindDue(argument: _licencevault_v1_FindDueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  FindDue(argument: _licencevault_v1_FindDueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  FindDue(argument: _licencevault_v1_FindDueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  FindDue(argument: _licencevault_v1_FindDueRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  /**
   * Lists what falls due, a page at a time, in the order of the due date.
   */
  findDue(argument: _licencevault_v1_FindDueRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  findDue(argument: _licencevault_v1_FindDueRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  findDue(argument: _licencevault_v1_FindDueRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  findDue(argument: _licencevault_v1_FindDueRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindDueResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists late and failed cases, a page at a time, the longest overdue first.
   */
  FindExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  FindExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  FindExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  FindExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  /**
   * Lists late and failed cases, a page at a time, the longest overdue first.
   */
  findExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  findExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  findExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  findExceptions(argument: _licencevault_v1_FindExceptionsRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindExceptionsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Finds items, a page at a time, by code.
   */
  FindItems(argument: _licencevault_v1_FindItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  FindItems(argument: _licencevault_v1_FindItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  FindItems(argument: _licencevault_v1_FindItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  FindItems(argument: _licencevault_v1_FindItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  /**
   * Finds items, a page at a time, by code.
   */
  findItems(argument: _licencevault_v1_FindItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  findItems(argument: _licencevault_v1_FindItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  findItems(argument: _licencevault_v1_FindItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  findItems(argument: _licencevault_v1_FindItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindItemsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists cases that have no day on which they fall due, a page at a time, in the order of their filing: those kept
   * for ever, or those that wait for an event or for the end of a licence.
   */
  FindUndated(argument: _licencevault_v1_FindUndatedRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  FindUndated(argument: _licencevault_v1_FindUndatedRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  FindUndated(argument: _licencevault_v1_FindUndatedRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  FindUndated(argument: _licencevault_v1_FindUndatedRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  /**
   * Lists cases that have no day on which they fall due, a page at a time, in the order of their filing: those kept
   * for ever, or those that wait for an event or for the end of a licence.
   */
  findUndated(argument: _licencevault_v1_FindUndatedRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  findUndated(argument: _licencevault_v1_FindUndatedRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  findUndated(argument: _licencevault_v1_FindUndatedRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  findUndated(argument: _licencevault_v1_FindUndatedRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindUndatedResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists uses and refusals, a page at a time, in their order.
   */
  FindUses(argument: _licencevault_v1_FindUsesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  FindUses(argument: _licencevault_v1_FindUsesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  FindUses(argument: _licencevault_v1_FindUsesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  FindUses(argument: _licencevault_v1_FindUsesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  /**
   * Lists uses and refusals, a page at a time, in their order.
   */
  findUses(argument: _licencevault_v1_FindUsesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  findUses(argument: _licencevault_v1_FindUsesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  findUses(argument: _licencevault_v1_FindUsesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  findUses(argument: _licencevault_v1_FindUsesRequestInput, callback: grpc.requestCallback<_licencevault_v1_FindUsesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists the items that have no complete table.
   */
  GetCoverage(argument: _licencevault_v1_GetCoverageRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  GetCoverage(argument: _licencevault_v1_GetCoverageRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  GetCoverage(argument: _licencevault_v1_GetCoverageRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  GetCoverage(argument: _licencevault_v1_GetCoverageRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  /**
   * Lists the items that have no complete table.
   */
  getCoverage(argument: _licencevault_v1_GetCoverageRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  getCoverage(argument: _licencevault_v1_GetCoverageRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  getCoverage(argument: _licencevault_v1_GetCoverageRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  getCoverage(argument: _licencevault_v1_GetCoverageRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetCoverageResponse>): grpc.ClientUnaryCall;
  
  /**
   * Answers one version of an item whole.
   */
  GetItem(argument: _licencevault_v1_GetItemRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  GetItem(argument: _licencevault_v1_GetItemRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  GetItem(argument: _licencevault_v1_GetItemRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  GetItem(argument: _licencevault_v1_GetItemRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  /**
   * Answers one version of an item whole.
   */
  getItem(argument: _licencevault_v1_GetItemRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  getItem(argument: _licencevault_v1_GetItemRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  getItem(argument: _licencevault_v1_GetItemRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  getItem(argument: _licencevault_v1_GetItemRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetItemResponse>): grpc.ClientUnaryCall;
  
  /**
   * Answers one table whole.
   */
  GetSchedule(argument: _licencevault_v1_GetScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  GetSchedule(argument: _licencevault_v1_GetScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  GetSchedule(argument: _licencevault_v1_GetScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  GetSchedule(argument: _licencevault_v1_GetScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  /**
   * Answers one table whole.
   */
  getSchedule(argument: _licencevault_v1_GetScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  getSchedule(argument: _licencevault_v1_GetScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  getSchedule(argument: _licencevault_v1_GetScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  getSchedule(argument: _licencevault_v1_GetScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_GetScheduleResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lifts a hold.
   */
  LiftHold(argument: _licencevault_v1_LiftHoldRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  LiftHold(argument: _licencevault_v1_LiftHoldRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  LiftHold(argument: _licencevault_v1_LiftHoldRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  LiftHold(argument: _licencevault_v1_LiftHoldRequestInput, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  /**
   * Lifts a hold.
   */
  liftHold(argument: _licencevault_v1_LiftHoldRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  liftHold(argument: _licencevault_v1_LiftHoldRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  liftHold(argument: _licencevault_v1_LiftHoldRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  liftHold(argument: _licencevault_v1_LiftHoldRequestInput, callback: grpc.requestCallback<_licencevault_v1_LiftHoldResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists the files in the package of a case.
   */
  ListCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  ListCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  ListCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  ListCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  /**
   * Lists the files in the package of a case.
   */
  listCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  listCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  listCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  listCaseFiles(argument: _licencevault_v1_ListCaseFilesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListCaseFilesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists the cases that a hold stops, a page at a time.
   */
  ListHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  ListHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  ListHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  ListHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  /**
   * Lists the cases that a hold stops, a page at a time.
   */
  listHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  listHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  listHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  listHeldCases(argument: _licencevault_v1_ListHeldCasesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListHeldCasesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists holds, a page at a time, in the order of placing.
   */
  ListHolds(argument: _licencevault_v1_ListHoldsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  ListHolds(argument: _licencevault_v1_ListHoldsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  ListHolds(argument: _licencevault_v1_ListHoldsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  ListHolds(argument: _licencevault_v1_ListHoldsRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  /**
   * Lists holds, a page at a time, in the order of placing.
   */
  listHolds(argument: _licencevault_v1_ListHoldsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  listHolds(argument: _licencevault_v1_ListHoldsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  listHolds(argument: _licencevault_v1_ListHoldsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  listHolds(argument: _licencevault_v1_ListHoldsRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListHoldsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Lists all tables, by number.
   */
  ListSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  ListSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  ListSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  ListSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  /**
   * Lists all tables, by number.
   */
  listSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  listSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  listSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  listSchedules(argument: _licencevault_v1_ListSchedulesRequestInput, callback: grpc.requestCallback<_licencevault_v1_ListSchedulesResponse>): grpc.ClientUnaryCall;
  
  /**
   * Places a hold on named cases, or on those that a query finds at this moment.
   */
  PlaceHold(argument: _licencevault_v1_PlaceHoldRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  PlaceHold(argument: _licencevault_v1_PlaceHoldRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  PlaceHold(argument: _licencevault_v1_PlaceHoldRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  PlaceHold(argument: _licencevault_v1_PlaceHoldRequestInput, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  /**
   * Places a hold on named cases, or on those that a query finds at this moment.
   */
  placeHold(argument: _licencevault_v1_PlaceHoldRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  placeHold(argument: _licencevault_v1_PlaceHoldRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  placeHold(argument: _licencevault_v1_PlaceHoldRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  placeHold(argument: _licencevault_v1_PlaceHoldRequestInput, callback: grpc.requestCallback<_licencevault_v1_PlaceHoldResponse>): grpc.ClientUnaryCall;
  
  /**
   * Proposes a table. It is in force once another person has approved it.
   */
  ProposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  ProposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  ProposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  ProposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  /**
   * Proposes a table. It is in force once another person has approved it.
   */
  proposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  proposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  proposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  proposeSchedule(argument: _licencevault_v1_ProposeScheduleRequestInput, callback: grpc.requestCallback<_licencevault_v1_ProposeScheduleResponse>): grpc.ClientUnaryCall;
  
  /**
   * Reads a spreadsheet (CSV) against the items: everything that is wrong by row and column, or the table.
   */
  ReadSchedule(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  ReadSchedule(metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  ReadSchedule(options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  ReadSchedule(callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  /**
   * Reads a spreadsheet (CSV) against the items: everything that is wrong by row and column, or the table.
   */
  readSchedule(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  readSchedule(metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  readSchedule(options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  readSchedule(callback: grpc.requestCallback<_licencevault_v1_ReadScheduleResponse>): grpc.ClientWritableStream<_licencevault_v1_ReadScheduleRequestInput>;
  
  /**
   * Records the day of an event that starts a term.
   */
  RecordEvent(argument: _licencevault_v1_RecordEventRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  RecordEvent(argument: _licencevault_v1_RecordEventRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  RecordEvent(argument: _licencevault_v1_RecordEventRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  RecordEvent(argument: _licencevault_v1_RecordEventRequestInput, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  /**
   * Records the day of an event that starts a term.
   */
  recordEvent(argument: _licencevault_v1_RecordEventRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  recordEvent(argument: _licencevault_v1_RecordEventRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  recordEvent(argument: _licencevault_v1_RecordEventRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  recordEvent(argument: _licencevault_v1_RecordEventRequestInput, callback: grpc.requestCallback<_licencevault_v1_RecordEventResponse>): grpc.ClientUnaryCall;
  
  /**
   * Ends an item: no case that is closed later is filed under it.
   */
  RetireItem(argument: _licencevault_v1_RetireItemRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  RetireItem(argument: _licencevault_v1_RetireItemRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  RetireItem(argument: _licencevault_v1_RetireItemRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  RetireItem(argument: _licencevault_v1_RetireItemRequestInput, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  /**
   * Ends an item: no case that is closed later is filed under it.
   */
  retireItem(argument: _licencevault_v1_RetireItemRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  retireItem(argument: _licencevault_v1_RetireItemRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  retireItem(argument: _licencevault_v1_RetireItemRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  retireItem(argument: _licencevault_v1_RetireItemRequestInput, callback: grpc.requestCallback<_licencevault_v1_RetireItemResponse>): grpc.ClientUnaryCall;
  
  /**
   * Makes the next versions of items, all or none; cases filed under an earlier one stay under it.
   */
  ReviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  ReviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  ReviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  ReviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  /**
   * Makes the next versions of items, all or none; cases filed under an earlier one stay under it.
   */
  reviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  reviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  reviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  reviseItems(argument: _licencevault_v1_ReviseItemsRequestInput, callback: grpc.requestCallback<_licencevault_v1_ReviseItemsResponse>): grpc.ClientUnaryCall;
  
  /**
   * Uses a filed case: refused by name, or the list entry, extract, copy or certified copy. First the answer, then,
   * of a copy, its bytes. Every use and every refusal is on record before it is answered.
   */
  Use(argument: _licencevault_v1_UseRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_UseResponse>;
  Use(argument: _licencevault_v1_UseRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_UseResponse>;
  /**
   * Uses a filed case: refused by name, or the list entry, extract, copy or certified copy. First the answer, then,
   * of a copy, its bytes. Every use and every refusal is on record before it is answered.
   */
  use(argument: _licencevault_v1_UseRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_UseResponse>;
  use(argument: _licencevault_v1_UseRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_UseResponse>;
  
  /**
   * Reads a whole package and compares it with its manifests and with the ledger: one answer, streamed since
   * a large package takes longer to read than a call that answers once may last.
   */
  ValidateCase(argument: _licencevault_v1_ValidateCaseRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_ValidateCaseResponse>;
  ValidateCase(argument: _licencevault_v1_ValidateCaseRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_ValidateCaseResponse>;
  /**
   * Reads a whole package and compares it with its manifests and with the ledger: one answer, streamed since
   * a large package takes longer to read than a call that answers once may last.
   */
  validateCase(argument: _licencevault_v1_ValidateCaseRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_ValidateCaseResponse>;
  validateCase(argument: _licencevault_v1_ValidateCaseRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_ValidateCaseResponse>;
  
  /**
   * Writes the tables in force as a spreadsheet (CSV).
   */
  WriteSchedule(argument: _licencevault_v1_WriteScheduleRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_WriteScheduleResponse>;
  WriteSchedule(argument: _licencevault_v1_WriteScheduleRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_WriteScheduleResponse>;
  /**
   * Writes the tables in force as a spreadsheet (CSV).
   */
  writeSchedule(argument: _licencevault_v1_WriteScheduleRequestInput, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_WriteScheduleResponse>;
  writeSchedule(argument: _licencevault_v1_WriteScheduleRequestInput, options?: grpc.CallOptions): grpc.ClientReadableStream<_licencevault_v1_WriteScheduleResponse>;
  
}

/**
 * The records room. Which application calls stands in its certificate; who sits at it is told in `user`, as the
 * application names its people, and the application answers for that.
 */
export interface ArchiveServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Applies an approved table to cases that are filed already, by a decision; nothing else does.
   */
  ApplyToFiled: grpc.handleUnaryCall<_licencevault_v1_ApplyToFiledRequest, _licencevault_v1_ApplyToFiledResponseInput>;
  
  /**
   * Approves a proposed table from a day on; never by who proposed it.
   */
  ApproveSchedule: grpc.handleUnaryCall<_licencevault_v1_ApproveScheduleRequest, _licencevault_v1_ApproveScheduleResponseInput>;
  
  /**
   * Counts what falls due, from counts that are kept.
   */
  CountDue: grpc.handleUnaryCall<_licencevault_v1_CountDueRequest, _licencevault_v1_CountDueResponseInput>;
  
  /**
   * Counts what stands on the list of exceptions, and tells how late cases were filed, by office.
   */
  CountExceptions: grpc.handleUnaryCall<_licencevault_v1_CountExceptionsRequest, _licencevault_v1_CountExceptionsResponseInput>;
  
  /**
   * Counts them, from counts that are kept.
   */
  CountUndated: grpc.handleUnaryCall<_licencevault_v1_CountUndatedRequest, _licencevault_v1_CountUndatedResponseInput>;
  
  /**
   * Declines a proposed table.
   */
  DeclineSchedule: grpc.handleUnaryCall<_licencevault_v1_DeclineScheduleRequest, _licencevault_v1_DeclineScheduleResponseInput>;
  
  /**
   * Defines items that there were not, all or none.
   */
  DefineItems: grpc.handleUnaryCall<_licencevault_v1_DefineItemsRequest, _licencevault_v1_DefineItemsResponseInput>;
  
  /**
   * Tells what a table would change, by item and office, before anyone approves: what it says otherwise, and what
   * would become of the dates of filed cases if a decision applied it to them.
   */
  DryRunSchedule: grpc.handleServerStreamingCall<_licencevault_v1_DryRunScheduleRequest, _licencevault_v1_DryRunScheduleResponseInput>;
  
  /**
   * Tells what applies to a case and why.
   */
  ExplainCase: grpc.handleUnaryCall<_licencevault_v1_ExplainCaseRequest, _licencevault_v1_ExplainCaseResponseInput>;
  
  /**
   * Hands out one file of the package without reading the rest, or the package whole: first what it is, then
   * its bytes.
   */
  FetchCaseFile: grpc.handleServerStreamingCall<_licencevault_v1_FetchCaseFileRequest, _licencevault_v1_FetchCaseFileResponseInput>;
  
  /**
   * Files one finished case with its files of any size. Answered once it is numbered, checked, packaged, kept
   * and recorded; until then nothing of it stands.
   */
  FileCase: grpc.handleClientStreamingCall<_licencevault_v1_FileCaseRequest, _licencevault_v1_FileCaseResponseInput>;
  
  /**
   * Finds one case by its number at the office, or by its archival number.
   */
  FindCase: grpc.handleUnaryCall<_licencevault_v1_FindCaseRequest, _licencevault_v1_FindCaseResponseInput>;
  
  /**
   * Lists what falls due, a page at a time, in the order of the due date.
   */
  FindDue: grpc.handleUnaryCall<_licencevault_v1_FindDueRequest, _licencevault_v1_FindDueResponseInput>;
  
  /**
   * Lists late and failed cases, a page at a time, the longest overdue first.
   */
  FindExceptions: grpc.handleUnaryCall<_licencevault_v1_FindExceptionsRequest, _licencevault_v1_FindExceptionsResponseInput>;
  
  /**
   * Finds items, a page at a time, by code.
   */
  FindItems: grpc.handleUnaryCall<_licencevault_v1_FindItemsRequest, _licencevault_v1_FindItemsResponseInput>;
  
  /**
   * Lists cases that have no day on which they fall due, a page at a time, in the order of their filing: those kept
   * for ever, or those that wait for an event or for the end of a licence.
   */
  FindUndated: grpc.handleUnaryCall<_licencevault_v1_FindUndatedRequest, _licencevault_v1_FindUndatedResponseInput>;
  
  /**
   * Lists uses and refusals, a page at a time, in their order.
   */
  FindUses: grpc.handleUnaryCall<_licencevault_v1_FindUsesRequest, _licencevault_v1_FindUsesResponseInput>;
  
  /**
   * Lists the items that have no complete table.
   */
  GetCoverage: grpc.handleUnaryCall<_licencevault_v1_GetCoverageRequest, _licencevault_v1_GetCoverageResponseInput>;
  
  /**
   * Answers one version of an item whole.
   */
  GetItem: grpc.handleUnaryCall<_licencevault_v1_GetItemRequest, _licencevault_v1_GetItemResponseInput>;
  
  /**
   * Answers one table whole.
   */
  GetSchedule: grpc.handleUnaryCall<_licencevault_v1_GetScheduleRequest, _licencevault_v1_GetScheduleResponseInput>;
  
  /**
   * Lifts a hold.
   */
  LiftHold: grpc.handleUnaryCall<_licencevault_v1_LiftHoldRequest, _licencevault_v1_LiftHoldResponseInput>;
  
  /**
   * Lists the files in the package of a case.
   */
  ListCaseFiles: grpc.handleUnaryCall<_licencevault_v1_ListCaseFilesRequest, _licencevault_v1_ListCaseFilesResponseInput>;
  
  /**
   * Lists the cases that a hold stops, a page at a time.
   */
  ListHeldCases: grpc.handleUnaryCall<_licencevault_v1_ListHeldCasesRequest, _licencevault_v1_ListHeldCasesResponseInput>;
  
  /**
   * Lists holds, a page at a time, in the order of placing.
   */
  ListHolds: grpc.handleUnaryCall<_licencevault_v1_ListHoldsRequest, _licencevault_v1_ListHoldsResponseInput>;
  
  /**
   * Lists all tables, by number.
   */
  ListSchedules: grpc.handleUnaryCall<_licencevault_v1_ListSchedulesRequest, _licencevault_v1_ListSchedulesResponseInput>;
  
  /**
   * Places a hold on named cases, or on those that a query finds at this moment.
   */
  PlaceHold: grpc.handleUnaryCall<_licencevault_v1_PlaceHoldRequest, _licencevault_v1_PlaceHoldResponseInput>;
  
  /**
   * Proposes a table. It is in force once another person has approved it.
   */
  ProposeSchedule: grpc.handleUnaryCall<_licencevault_v1_ProposeScheduleRequest, _licencevault_v1_ProposeScheduleResponseInput>;
  
  /**
   * Reads a spreadsheet (CSV) against the items: everything that is wrong by row and column, or the table.
   */
  ReadSchedule: grpc.handleClientStreamingCall<_licencevault_v1_ReadScheduleRequest, _licencevault_v1_ReadScheduleResponseInput>;
  
  /**
   * Records the day of an event that starts a term.
   */
  RecordEvent: grpc.handleUnaryCall<_licencevault_v1_RecordEventRequest, _licencevault_v1_RecordEventResponseInput>;
  
  /**
   * Ends an item: no case that is closed later is filed under it.
   */
  RetireItem: grpc.handleUnaryCall<_licencevault_v1_RetireItemRequest, _licencevault_v1_RetireItemResponseInput>;
  
  /**
   * Makes the next versions of items, all or none; cases filed under an earlier one stay under it.
   */
  ReviseItems: grpc.handleUnaryCall<_licencevault_v1_ReviseItemsRequest, _licencevault_v1_ReviseItemsResponseInput>;
  
  /**
   * Uses a filed case: refused by name, or the list entry, extract, copy or certified copy. First the answer, then,
   * of a copy, its bytes. Every use and every refusal is on record before it is answered.
   */
  Use: grpc.handleServerStreamingCall<_licencevault_v1_UseRequest, _licencevault_v1_UseResponseInput>;
  
  /**
   * Reads a whole package and compares it with its manifests and with the ledger: one answer, streamed since
   * a large package takes longer to read than a call that answers once may last.
   */
  ValidateCase: grpc.handleServerStreamingCall<_licencevault_v1_ValidateCaseRequest, _licencevault_v1_ValidateCaseResponseInput>;
  
  /**
   * Writes the tables in force as a spreadsheet (CSV).
   */
  WriteSchedule: grpc.handleServerStreamingCall<_licencevault_v1_WriteScheduleRequest, _licencevault_v1_WriteScheduleResponseInput>;
  
}

export interface ArchiveServiceDefinition extends grpc.ServiceDefinition {
  ApplyToFiled: MethodDefinition<_licencevault_v1_ApplyToFiledRequestInput, _licencevault_v1_ApplyToFiledResponseInput, _licencevault_v1_ApplyToFiledRequest, _licencevault_v1_ApplyToFiledResponse>
  ApproveSchedule: MethodDefinition<_licencevault_v1_ApproveScheduleRequestInput, _licencevault_v1_ApproveScheduleResponseInput, _licencevault_v1_ApproveScheduleRequest, _licencevault_v1_ApproveScheduleResponse>
  CountDue: MethodDefinition<_licencevault_v1_CountDueRequestInput, _licencevault_v1_CountDueResponseInput, _licencevault_v1_CountDueRequest, _licencevault_v1_CountDueResponse>
  CountExceptions: MethodDefinition<_licencevault_v1_CountExceptionsRequestInput, _licencevault_v1_CountExceptionsResponseInput, _licencevault_v1_CountExceptionsRequest, _licencevault_v1_CountExceptionsResponse>
  CountUndated: MethodDefinition<_licencevault_v1_CountUndatedRequestInput, _licencevault_v1_CountUndatedResponseInput, _licencevault_v1_CountUndatedRequest, _licencevault_v1_CountUndatedResponse>
  DeclineSchedule: MethodDefinition<_licencevault_v1_DeclineScheduleRequestInput, _licencevault_v1_DeclineScheduleResponseInput, _licencevault_v1_DeclineScheduleRequest, _licencevault_v1_DeclineScheduleResponse>
  DefineItems: MethodDefinition<_licencevault_v1_DefineItemsRequestInput, _licencevault_v1_DefineItemsResponseInput, _licencevault_v1_DefineItemsRequest, _licencevault_v1_DefineItemsResponse>
  DryRunSchedule: MethodDefinition<_licencevault_v1_DryRunScheduleRequestInput, _licencevault_v1_DryRunScheduleResponseInput, _licencevault_v1_DryRunScheduleRequest, _licencevault_v1_DryRunScheduleResponse>
  ExplainCase: MethodDefinition<_licencevault_v1_ExplainCaseRequestInput, _licencevault_v1_ExplainCaseResponseInput, _licencevault_v1_ExplainCaseRequest, _licencevault_v1_ExplainCaseResponse>
  FetchCaseFile: MethodDefinition<_licencevault_v1_FetchCaseFileRequestInput, _licencevault_v1_FetchCaseFileResponseInput, _licencevault_v1_FetchCaseFileRequest, _licencevault_v1_FetchCaseFileResponse>
  FileCase: MethodDefinition<_licencevault_v1_FileCaseRequestInput, _licencevault_v1_FileCaseResponseInput, _licencevault_v1_FileCaseRequest, _licencevault_v1_FileCaseResponse>
  FindCase: MethodDefinition<_licencevault_v1_FindCaseRequestInput, _licencevault_v1_FindCaseResponseInput, _licencevault_v1_FindCaseRequest, _licencevault_v1_FindCaseResponse>
  FindDue: MethodDefinition<_licencevault_v1_FindDueRequestInput, _licencevault_v1_FindDueResponseInput, _licencevault_v1_FindDueRequest, _licencevault_v1_FindDueResponse>
  FindExceptions: MethodDefinition<_licencevault_v1_FindExceptionsRequestInput, _licencevault_v1_FindExceptionsResponseInput, _licencevault_v1_FindExceptionsRequest, _licencevault_v1_FindExceptionsResponse>
  FindItems: MethodDefinition<_licencevault_v1_FindItemsRequestInput, _licencevault_v1_FindItemsResponseInput, _licencevault_v1_FindItemsRequest, _licencevault_v1_FindItemsResponse>
  FindUndated: MethodDefinition<_licencevault_v1_FindUndatedRequestInput, _licencevault_v1_FindUndatedResponseInput, _licencevault_v1_FindUndatedRequest, _licencevault_v1_FindUndatedResponse>
  FindUses: MethodDefinition<_licencevault_v1_FindUsesRequestInput, _licencevault_v1_FindUsesResponseInput, _licencevault_v1_FindUsesRequest, _licencevault_v1_FindUsesResponse>
  GetCoverage: MethodDefinition<_licencevault_v1_GetCoverageRequestInput, _licencevault_v1_GetCoverageResponseInput, _licencevault_v1_GetCoverageRequest, _licencevault_v1_GetCoverageResponse>
  GetItem: MethodDefinition<_licencevault_v1_GetItemRequestInput, _licencevault_v1_GetItemResponseInput, _licencevault_v1_GetItemRequest, _licencevault_v1_GetItemResponse>
  GetSchedule: MethodDefinition<_licencevault_v1_GetScheduleRequestInput, _licencevault_v1_GetScheduleResponseInput, _licencevault_v1_GetScheduleRequest, _licencevault_v1_GetScheduleResponse>
  LiftHold: MethodDefinition<_licencevault_v1_LiftHoldRequestInput, _licencevault_v1_LiftHoldResponseInput, _licencevault_v1_LiftHoldRequest, _licencevault_v1_LiftHoldResponse>
  ListCaseFiles: MethodDefinition<_licencevault_v1_ListCaseFilesRequestInput, _licencevault_v1_ListCaseFilesResponseInput, _licencevault_v1_ListCaseFilesRequest, _licencevault_v1_ListCaseFilesResponse>
  ListHeldCases: MethodDefinition<_licencevault_v1_ListHeldCasesRequestInput, _licencevault_v1_ListHeldCasesResponseInput, _licencevault_v1_ListHeldCasesRequest, _licencevault_v1_ListHeldCasesResponse>
  ListHolds: MethodDefinition<_licencevault_v1_ListHoldsRequestInput, _licencevault_v1_ListHoldsResponseInput, _licencevault_v1_ListHoldsRequest, _licencevault_v1_ListHoldsResponse>
  ListSchedules: MethodDefinition<_licencevault_v1_ListSchedulesRequestInput, _licencevault_v1_ListSchedulesResponseInput, _licencevault_v1_ListSchedulesRequest, _licencevault_v1_ListSchedulesResponse>
  PlaceHold: MethodDefinition<_licencevault_v1_PlaceHoldRequestInput, _licencevault_v1_PlaceHoldResponseInput, _licencevault_v1_PlaceHoldRequest, _licencevault_v1_PlaceHoldResponse>
  ProposeSchedule: MethodDefinition<_licencevault_v1_ProposeScheduleRequestInput, _licencevault_v1_ProposeScheduleResponseInput, _licencevault_v1_ProposeScheduleRequest, _licencevault_v1_ProposeScheduleResponse>
  ReadSchedule: MethodDefinition<_licencevault_v1_ReadScheduleRequestInput, _licencevault_v1_ReadScheduleResponseInput, _licencevault_v1_ReadScheduleRequest, _licencevault_v1_ReadScheduleResponse>
  RecordEvent: MethodDefinition<_licencevault_v1_RecordEventRequestInput, _licencevault_v1_RecordEventResponseInput, _licencevault_v1_RecordEventRequest, _licencevault_v1_RecordEventResponse>
  RetireItem: MethodDefinition<_licencevault_v1_RetireItemRequestInput, _licencevault_v1_RetireItemResponseInput, _licencevault_v1_RetireItemRequest, _licencevault_v1_RetireItemResponse>
  ReviseItems: MethodDefinition<_licencevault_v1_ReviseItemsRequestInput, _licencevault_v1_ReviseItemsResponseInput, _licencevault_v1_ReviseItemsRequest, _licencevault_v1_ReviseItemsResponse>
  Use: MethodDefinition<_licencevault_v1_UseRequestInput, _licencevault_v1_UseResponseInput, _licencevault_v1_UseRequest, _licencevault_v1_UseResponse>
  ValidateCase: MethodDefinition<_licencevault_v1_ValidateCaseRequestInput, _licencevault_v1_ValidateCaseResponseInput, _licencevault_v1_ValidateCaseRequest, _licencevault_v1_ValidateCaseResponse>
  WriteSchedule: MethodDefinition<_licencevault_v1_WriteScheduleRequestInput, _licencevault_v1_WriteScheduleResponseInput, _licencevault_v1_WriteScheduleRequest, _licencevault_v1_WriteScheduleResponse>
}
