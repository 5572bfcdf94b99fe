/** The store: bytes by their hash, the log of all requests, one writer at a time. */
export { Store, StoreError, type Value } from './database.js';
export { StoreLocked, type Writer, writerOf } from './lock.js';
export {
  FetchLog,
  type Headers,
  type HostState,
  type Latest,
  type Outcome,
  type Role,
  type Validators,
} from './log.js';
export { beginRun, finishRun, type Run } from './runs.js';
