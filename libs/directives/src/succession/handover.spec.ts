import { describe, expect, it } from '@jest/globals';

import { secretariatOf, standingUnitOf } from '../office.ts';
import { heirsOf, officeAfter } from './handover.ts';

const handover = { from: ['ha-nam', 'nam-dinh'], to: 'ninh-binh' };
const after = (office: Parameters<typeof officeAfter>[0]) => officeAfter(office, 'd1', handover);

describe('After a handover', () => {
  it('each heir stands once, where the first of those stood that it follows', () =>
    expect(heirsOf(['nam-dinh', 'hue', 'ha-nam'], handover)).toStrictEqual(['ninh-binh', 'hue']));

  it('a standing unit is that of the successor for the same directive', () =>
    expect(after(standingUnitOf('d1', 'ha-nam'))).toStrictEqual(standingUnitOf('d1', 'ninh-binh')));

  it('a secretariat is that of the successor', () =>
    expect(after(secretariatOf('nam-dinh'))).toStrictEqual(secretariatOf('ninh-binh')));

  it('the office of any other unit is as it was', () =>
    expect(after(standingUnitOf('d1', 'hue'))).toStrictEqual(standingUnitOf('d1', 'hue')));
});
