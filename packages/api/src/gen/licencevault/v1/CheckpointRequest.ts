// Original file: protos/licencevault/v1/ledger.proto


/**
 * Asks for the newest checkpoint.
 */
export interface CheckpointRequestInput {
}

/**
 * Asks for the newest checkpoint.
 */
export interface CheckpointRequest {
}
