import { describe, expect, it } from '@jest/globals';
import { NOTICES as WORDS } from '@edict/adapter-mail';
import { MAIL_LANGUAGES, NOTICES } from '@edict/directives';

describe('Mail', () => {
  it.each(MAIL_LANGUAGES)('has words for every notice in %s, and for nothing else', (language) =>
    expect(Object.keys(WORDS[language]).sort()).toStrictEqual([...NOTICES].sort()),
  );
});
