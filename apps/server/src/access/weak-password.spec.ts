import { describe, expect, it } from '@jest/globals';

import { weaknessOf } from './weak-password.ts';

const PERSON = { login: 'ann.nguyen', name: 'Nguyễn Thị Ánh' };
const weaknessIn = (password: string, person = {}) => weaknessOf(password, { ...PERSON, ...person });

describe('A password is refused', () => {
  it.each(['aaaaaaaaaaaa', '121212121212', 'aAaABbBbAaAa', '1112223331112'])('with few characters: %s', (password) =>
    expect(weaknessIn(password)).toMatch('different characters'),
  );

  it.each(['abcdefabcdef', 'monkeymonkey', 'Monkey monkey ', 'xyz7!xyz7!xyz7!xy'])(
    'that says one thing again and again: %j',
    (password) => expect(weaknessIn(password)).toMatch('again and again'),
  );

  it.each([
    ...[
      '123456789012',
      '123456789012345',
      '987654321098',
      '112233445566',
      '123456abcdef',
      'abcdefghijkl',
      'ZYXWVUTSRQPO',
    ],
    ...[
      'qwertyuiop12',
      'qwertyuiopasdfgh',
      'poiuytrewq12',
      'asdfghjkl123',
      'йцукенгшщзхъ',
      '1qaz2wsx3edc',
      'qazwsxedcrfv',
    ],
    ...['1q2w3e4r5t6y', 'q1w2e3r4t5y6', '１２３４５６７８９０１２', 'aaaaaaaaaaaaxyz1'],
  ])('that is a sequence: %s', (password) => expect(weaknessIn(password)).toMatch('sequence'));

  it.each([
    ...[
      'ann.nguyen of the office',
      'Ann-Nguyen-7301',
      'of ANN_NGUYEN the second',
      'nguyen thi anh 73!',
      'Nguyễn Thị Ánh 73',
    ],
    ...['edict for everybody', 'my Edict 2026 way', 'password4everyone', 'Mật khẩu của tôi', 'мой первый пароль'],
  ])('that has the name of who it is for, of this, or of what it is: %s', (password) =>
    expect(weaknessIn(password)).toMatch('must contain'),
  );
});

describe('A password is taken', () => {
  it.each([
    'three words and a half',
    'correct horse battery',
    'kP7#mq2Lw9!x',
    'x7Qw4zR9tB2n',
    'con mèo trèo cây cau',
    '839201746528',
  ])('that is none of that: %s', (password) => expect(weaknessIn(password)).toBeUndefined());

  it('where a name is so short that it stands in many words, or there is none', () => {
    expect(weaknessIn('planning a long holiday', { login: 'ann', name: 'Ann' })).toBeUndefined();
    expect(weaknessIn('planning a long holiday', { login: null, name: '' })).toBeUndefined();
  });
});
