import { useCallback } from 'react';

import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment, written } from '../../i18n/times.ts';
import { editionName } from '../../parts/edition.ts';
import { saveFile } from '../../parts/save-file.ts';
import { useSay } from '../../parts/say.tsx';
import { useRemarks } from '../directives/remark.tsx';
import type { Played } from './set-up.tsx';
import { useStepWords } from './step-words.ts';

/** Saves what was played as a text that people read; it says first that nothing of it has happened. */
export const useSave = ({ rehearsal, asked }: Played): (() => void) => {
  const say = useSay();
  const nameOf = useUnitNames();
  const words = useStepWords();
  const remark = useRemarks();
  const { language } = useConsole().preferences;
  const { rules, number, title, from, until, findings, steps } = rehearsal;
  const lines = () => [
    `# ${say('frame.rehearsal')}: ${number ?? ''} ${title}`,
    '',
    `**${say('rehearsal.band')}**`,
    '',
    `- ${say('directives.issued')}: ${written(language, from)}`,
    `- ${say('rehearsal.until')}: ${written(language, until)}`,
    `- ${say('rehearsal.who')}: ${say(asked.script === undefined ? 'rehearsal.nobody' : 'rehearsal.byScript')}`,
    `- ${say('reference.policy')}: ${editionName(rules.policyId, rules.policyVersion)}`,
    `- ${say('reference.calendar')}: ${editionName(rules.calendarId, rules.calendarVersion)}`,
    '',
    `| ${say('rehearsal.when')} | ${say('audit.what')} | ${say('rehearsal.told')} |`,
    '| --- | --- | --- |',
    ...steps.map((step) => `| ${moment(language, step.at)} | ${words(step)} | ${step.told.map(nameOf).join(', ')} |`),
    '',
    `## ${say('directives.findings')}`,
    '',
    ...findings.map((finding) => `- ${finding.ref}: ${remark(finding)}`),
  ];
  const save = () => {
    saveFile(`rehearsal-${from}.md`, 'text/markdown', `${lines().join('\n')}\n`);
  };
  return useCallback(save, [rehearsal, language]);
};
