// Ends a run with what was skipped, by name, and the one line that CI reads. In CI a skipped test is a failure.
export default class SummaryReporter {
  #error;

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => tests.filter(({ status }) => status === 'pending'));
    if (skipped.length > 0) {
      console.log('\nSkipped on this machine:');
      for (const [title, count] of Object.entries(
        Object.groupBy(skipped, ({ ancestorTitles, title }) => ancestorTitles[0] ?? title),
      ).map(([title, tests]) => [title, tests.length]))
        console.log(`  ${title} (${count})`);
      if (process.env.CI === 'true') this.#error = new Error('A test was skipped in CI');
    }
    const failed = numFailedTests + numRuntimeErrorTestSuites + (this.#error ? numPendingTests : 0);
    console.log(`\n${numPassedTests} passed, ${failed} failed, ${this.#error ? 0 : numPendingTests} skipped`);
  }

  getLastError() {
    return this.#error;
  }
}
