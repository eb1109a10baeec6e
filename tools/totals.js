// node tools/totals.js <file> <exit code of the tests>: adds up what tools/totals-reporter.js wrote and ends with one line.
import { readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const runs = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const total = (name) => runs.reduce((sum, run) => sum + run[name], 0);

let failed = total('failed');
if (status !== '0' && failed === 0) {
  console.log('No test failed, but something before or beside the tests did (install, lint, types, build): see above.');
  failed = 1;
}
if (total('passed') === 0) {
  console.log('No test ran.');
  failed = Math.max(failed, 1);
}
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${total('passed')} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;
