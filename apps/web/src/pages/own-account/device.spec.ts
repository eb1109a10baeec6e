import { describe, expect, it } from '@jest/globals';

import { deviceIn } from './device.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('From what somebody is signed in', () => {
  it.each([
    [CHROME, 'Chrome · Windows'],
    [`${CHROME} Edg/140.0.0.0`, 'Edge · Windows'],
    [CHROME.replace('(KHTML', 'coc_coc_browser/130.0 (KHTML'), 'Cốc Cốc · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox · Linux'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', '–'],
  ])('%s is called %s', (agent, name) => expect(deviceIn(agent)).toBe(name));
});
