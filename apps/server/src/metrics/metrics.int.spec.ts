import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { ADMIN, openPeople, OWN_PAGE, cookieOf, type People } from '../testing/people.ts';
import { TOKEN } from '../testing/test-server.ts';

const OBSERVABILITY = join(import.meta.dirname, '../../../../docker/observability');
const textIn = (file: string): string => readFileSync(join(OBSERVABILITY, file), 'utf8');

let people: People;
let told: string;
beforeAll(async () => {
  people = await openPeople();
  await people.openPerson('ann');
  told = await scraped();
});
afterAll(() => people.server.close());

const scraped = async (): Promise<string> => {
  const headers = { authorization: `Bearer ${TOKEN}`, ...ADMIN };
  const answer = await people.server.app.inject({ url: '/metrics', headers });
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  return answer.body;
};

/** The value of a line, by its beginning. */
const valueOf = (line: string, text: string): number =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length),
  );

describe('What Prometheus is told', () => {
  it('is how the log is followed', () => {
    expect(valueOf('edict_log_events', told)).toBeGreaterThan(10);
    expect(valueOf('edict_subscriber_behind{subscriber="alarm"}', told)).toBe(0);
    expect(valueOf('edict_parked_streams{subscriber="alarm"}', told)).toBe(0);
    expect(valueOf('edict_alarm_lateness_seconds', told)).toBe(0);
  });

  it('is how requests were answered, by act and status, and by nothing that says what they were about', async () => {
    const line = 'edict_http_request_duration_seconds_count{act="OpenAccount",status="200"}';
    const before = valueOf(line, told);
    await people.openPerson('bob');
    expect(valueOf(line, await scraped())).toBe(before + 1);
    await people.ask('/nowhere');
    expect(await scraped()).toMatch(/_count\{act="none",status="40[14]"\} [1-9]/);
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|"ann/);
  });

  it('is for whoever keeps it running', async () => {
    const cookie = cookieOf(await people.signIn('ann'));
    expect((await people.ask('/metrics', { headers: { ...OWN_PAGE, cookie } })).status).toBe(403);
    expect((await people.ask('/metrics')).status).toBe(401);
  });
});

describe('What is watched', () => {
  const named = (text: string): readonly string[] => [...new Set(text.match(/\b(?:edict|nodejs|process)_\w+/g) ?? [])];

  it.each(['alerts.yaml', 'dashboard.json'])('in %s is told', (file) => {
    const names = named(textIn(file));
    expect(names.length).toBeGreaterThan(5);
    const known = new Set(named(told));
    expect(names.filter((name) => !known.has(name))).toStrictEqual([]);
  });

  it('says of every alert for how long it holds before it is one, how grave it is, and what to do', () => {
    const { groups } = parse(textIn('alerts.yaml')) as {
      groups: readonly { rules: readonly Record<string, unknown>[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(5);
    for (const rule of rules)
      expect(rule).toMatchObject({
        alert: expect.any(String),
        expr: expect.any(String),
        for: expect.stringMatching(/^\d+[smh]$/),
        labels: { severity: expect.stringMatching(/^(page|ticket)$/) },
        annotations: { summary: expect.any(String), runbook: expect.any(String) },
      });
  });
});
