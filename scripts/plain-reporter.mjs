/** Jest reporter: ends the run with the line `N passed, N failed`, and refuses skipped tests in CI. */
export default class PlainReporter {
  #skipped = 0;

  onRunComplete(_contexts, results) {
    this.#skipped = results.numPendingTests;
    const broken = results.numRuntimeErrorTestSuites;
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    process.stdout.write(
      `\n${results.numPassedTests} passed, ${results.numFailedTests + broken} failed${skipped}\n`,
    );
  }

  getLastError() {
    if (process.env.CI && this.#skipped > 0) {
      return new Error(
        `${this.#skipped} tests were skipped, and in CI nothing may skip: install what they name.`,
      );
    }
    return undefined;
  }
}
