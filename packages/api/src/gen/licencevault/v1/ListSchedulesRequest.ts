// Original file: protos/licencevault/v1/archive.proto


/**
 * Asks for all tables.
 */
export interface ListSchedulesRequestInput {
}

/**
 * Asks for all tables.
 */
export interface ListSchedulesRequest {
}
