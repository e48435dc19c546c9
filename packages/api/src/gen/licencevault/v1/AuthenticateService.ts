// Original file: protos/licencevault/v1/authenticate.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ByFileRequestInput as _licencevault_v1_ByFileRequestInput, ByFileRequest as _licencevault_v1_ByFileRequest } from '../../licencevault/v1/ByFileRequest.ts';
import type { ByFileResponseInput as _licencevault_v1_ByFileResponseInput, ByFileResponse as _licencevault_v1_ByFileResponse } from '../../licencevault/v1/ByFileResponse.ts';
import type { ByIdentifierRequestInput as _licencevault_v1_ByIdentifierRequestInput, ByIdentifierRequest as _licencevault_v1_ByIdentifierRequest } from '../../licencevault/v1/ByIdentifierRequest.ts';
import type { ByIdentifierResponseInput as _licencevault_v1_ByIdentifierResponseInput, ByIdentifierResponse as _licencevault_v1_ByIdentifierResponse } from '../../licencevault/v1/ByIdentifierResponse.ts';
import type { ByQrRequestInput as _licencevault_v1_ByQrRequestInput, ByQrRequest as _licencevault_v1_ByQrRequest } from '../../licencevault/v1/ByQrRequest.ts';
import type { ByQrResponseInput as _licencevault_v1_ByQrResponseInput, ByQrResponse as _licencevault_v1_ByQrResponse } from '../../licencevault/v1/ByQrResponse.ts';

/**
 * Tells whether a licence is genuine and whether it is in force.
 */
export interface AuthenticateServiceClient extends grpc.Client {
  /**
   * Judges a file whole: seal, statement, receipt, entitlement, and its state now.
   */
  ByFile(argument: _licencevault_v1_ByFileRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  ByFile(argument: _licencevault_v1_ByFileRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  ByFile(argument: _licencevault_v1_ByFileRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  ByFile(argument: _licencevault_v1_ByFileRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  /**
   * Judges a file whole: seal, statement, receipt, entitlement, and its state now.
   */
  byFile(argument: _licencevault_v1_ByFileRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  byFile(argument: _licencevault_v1_ByFileRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  byFile(argument: _licencevault_v1_ByFileRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  byFile(argument: _licencevault_v1_ByFileRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByFileResponse>): grpc.ClientUnaryCall;
  
  /**
   * Judges what the vault knows by identifier, and compares what is read off the face.
   */
  ByIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  ByIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  ByIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  ByIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  /**
   * Judges what the vault knows by identifier, and compares what is read off the face.
   */
  byIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  byIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  byIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  byIdentifier(argument: _licencevault_v1_ByIdentifierRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByIdentifierResponse>): grpc.ClientUnaryCall;
  
  /**
   * Judges the text of the QR code printed on a licence, and its state now.
   */
  ByQr(argument: _licencevault_v1_ByQrRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  ByQr(argument: _licencevault_v1_ByQrRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  ByQr(argument: _licencevault_v1_ByQrRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  ByQr(argument: _licencevault_v1_ByQrRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  /**
   * Judges the text of the QR code printed on a licence, and its state now.
   */
  byQr(argument: _licencevault_v1_ByQrRequestInput, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  byQr(argument: _licencevault_v1_ByQrRequestInput, metadata: grpc.Metadata, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  byQr(argument: _licencevault_v1_ByQrRequestInput, options: grpc.CallOptions, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  byQr(argument: _licencevault_v1_ByQrRequestInput, callback: grpc.requestCallback<_licencevault_v1_ByQrResponse>): grpc.ClientUnaryCall;
  
}

/**
 * Tells whether a licence is genuine and whether it is in force.
 */
export interface AuthenticateServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Judges a file whole: seal, statement, receipt, entitlement, and its state now.
   */
  ByFile: grpc.handleUnaryCall<_licencevault_v1_ByFileRequest, _licencevault_v1_ByFileResponseInput>;
  
  /**
   * Judges what the vault knows by identifier, and compares what is read off the face.
   */
  ByIdentifier: grpc.handleUnaryCall<_licencevault_v1_ByIdentifierRequest, _licencevault_v1_ByIdentifierResponseInput>;
  
  /**
   * Judges the text of the QR code printed on a licence, and its state now.
   */
  ByQr: grpc.handleUnaryCall<_licencevault_v1_ByQrRequest, _licencevault_v1_ByQrResponseInput>;
  
}

export interface AuthenticateServiceDefinition extends grpc.ServiceDefinition {
  ByFile: MethodDefinition<_licencevault_v1_ByFileRequestInput, _licencevault_v1_ByFileResponseInput, _licencevault_v1_ByFileRequest, _licencevault_v1_ByFileResponse>
  ByIdentifier: MethodDefinition<_licencevault_v1_ByIdentifierRequestInput, _licencevault_v1_ByIdentifierResponseInput, _licencevault_v1_ByIdentifierRequest, _licencevault_v1_ByIdentifierResponse>
  ByQr: MethodDefinition<_licencevault_v1_ByQrRequestInput, _licencevault_v1_ByQrResponseInput, _licencevault_v1_ByQrRequest, _licencevault_v1_ByQrResponse>
}
