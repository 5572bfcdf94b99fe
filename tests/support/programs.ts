/** Programs of the system that some tests need: without them these tests skip and say so; in CI that is a failure. */
import { findSoffice } from '../../src/batch/office/soffice.js';

export const SOFFICE = findSoffice();

/** Says where `program` is missing; a clean machine that lacks it must not pass. */
export function isHere(program: string, isThere: boolean): boolean {
  if (isThere) return true;
  if (process.env.CI) throw new Error(`${program} is not installed; .ci/run must install it.`);
  console.warn(`${program} is not installed: the tests that need it are skipped.`);
  return false;
}

/** `test`, or a test that is skipped where `program` is missing. */
export function testWith(program: string, isThere: boolean): typeof test {
  return isHere(program, isThere) ? test : (test.skip as typeof test);
}
