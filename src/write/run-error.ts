/**
 * The run itself cannot go on: no space, no permission to write. Unlike a report that fails this ends the run;
 * the message names the place and says what to do.
 */
export class RunError extends Error {
  override readonly name = 'RunError';
}
