// Writes apps/web/src/i18n/titles: what the server calls each refusal, so that the console can say it of one that was recorded.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

for (const language of ['vi', 'en', 'ru', 'uk']) {
  const { problems } = JSON.parse(readFileSync(join(root, `apps/server/problems/${language}.json`), 'utf8'));
  const titles = Object.fromEntries(Object.entries(problems).map(([code, { title }]) => [code, title]));
  writeFileSync(join(root, `apps/web/src/i18n/titles/${language}.json`), `${JSON.stringify(titles, null, 2)}\n`);
}
