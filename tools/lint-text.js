// node tools/lint-text.js < cases.json: lints texts as if each were the file it names, and prints each one's findings.
// In: [{ file, text }]. Out: [[{ rule, line, message }]]. For specs of the lint rules and of generated code.
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';

const eslint = new ESLint({ overrideConfigFile: 'tools/eslint.config.js' });
const findings = [];
for (const { file, text: code } of JSON.parse(await text(process.stdin))) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  findings.push(messages.map(({ ruleId, line, message }) => ({ rule: ruleId, line, message })));
}
console.log(JSON.stringify(findings));
