import { describe, expect, it } from '@jest/globals';

import { mailSettings } from './settings.ts';

const EDICT_MAIL_FROM = 'edict@gov.example';

describe('The settings of mail', () => {
  it('are none where no server is named', () => expect(mailSettings({ EDICT_MAIL_FROM })).toBeUndefined());

  it('give the address only to who asks for it', () => {
    const settings = mailSettings({ EDICT_MAIL_FROM, EDICT_SMTP_URL: 'smtps://edict:s3cret@mail.gov.example' });
    expect(settings?.url()).toContain('s3cret');
    expect(JSON.stringify(settings)).not.toContain('s3cret');
  });

  it.each([
    [{ EDICT_SMTP_URL: 'hunter2' }, 'EDICT_SMTP_URL must be'],
    [{ EDICT_SMTP_URL: 'smtp://mail?hunter2' }, 'EDICT_SMTP_URL must be'],
    [{ EDICT_SMTP_URL: 'smtp://u:hunter2%@mail' }, 'EDICT_SMTP_URL must be'],
    [{ EDICT_SMTP_URL_FILE: '/hunter2' }, 'EDICT_SMTP_URL_FILE must name'],
    [{ EDICT_SMTP_URL: 'smtp://a', EDICT_SMTP_URL_FILE: '/b' }, 'are both set'],
    [{ EDICT_SMTP_URL: 'smtp://a', EDICT_MAIL_FROM: 'hunter2' }, 'EDICT_MAIL_FROM must be'],
    [{ EDICT_SMTP_URL: 'smtp://a', EDICT_MAIL_FROM: 'a@b\nBcc: hunter2@c' }, 'EDICT_MAIL_FROM must be'],
  ])('name what is wrong and never show it: %j', (env, message) => {
    const read = () => mailSettings({ EDICT_MAIL_FROM, ...env });
    expect(read).toThrow(message);
    expect(read).not.toThrow('hunter2');
  });
});
