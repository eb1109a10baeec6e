import { appendFileSync } from 'node:fs';

/** Jest reporter: appends what one run came to, as a line of JSON, to the file named by EDICT_TOTALS in the environment of Jest. `tools/totals.js` adds up. */
export default class TotalsReporter {
  #file;

  constructor(_config, { file }) {
    this.#file = file;
  }

  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    appendFileSync(this.#file, `${JSON.stringify({ passed, failed, skipped })}\n`);
  }
}
