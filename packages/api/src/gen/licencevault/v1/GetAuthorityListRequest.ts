// Original file: protos/licencevault/v1/catalogue.proto


/**
 * Asks for the list in force.
 */
export interface GetAuthorityListRequestInput {
}

/**
 * Asks for the list in force.
 */
export interface GetAuthorityListRequest {
}
