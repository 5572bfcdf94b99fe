/** The polite client and what it needs. */
export { Client, type ClientOptions, type Wanted } from './client.js';
export { FETCH_ERRORS, type FetchErrorCode, isGone, isItsFault } from './errors.js';
