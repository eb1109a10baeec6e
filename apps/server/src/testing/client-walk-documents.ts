export const DOCUMENT = `directive:
  {id: conclusion-1, number: 1-KL/TW, type: conclusion, issuers: [politburo], title: On archives, language: vi, adoptedOn: 2025-05-16, signedOn: null,
   issuedOn: null, effective: {from: null, until: null}, horizon: {from: null, until: null}, classification: open, urgency: none, links: []}
clauses:
  - {ref: '1', kind: task-bearing, text: Put the archives of the former districts in order by 30 June.}
tasks:
  - {ref: 1-1, clause: '1', statement: Put the archives of the former districts in order., kind: once, accountable: [government-party-committee],
     lead: [government-party-committee], leadBasis: stated, urgency: false, coordinating: [national-assembly-party-committee],
     reportsTo: [politburo], due: {on: 2025-06-30, bound: by, firmness: firm}}
  - {ref: 1-2, clause: '1', statement: Find rooms for them., kind: once, accountable: [], lead: [], leadBasis: none, urgency: true}
standingUnits:
  {createdBy: [government-party-committee], each: false, functions: [receive], mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;
export const UNITS = `units:
  - {id: ministry-of-home-affairs, kind: unit, level: ministry, parent: null, names: {en: Ministry of Home Affairs, vi: Bộ Nội vụ}}
`;

export const FORM = `form: {id: rooms, name: {en: Rooms}, version: 1, valid: {from: 2025-01-01, until: null}}
lines:
  - {key: total, name: {en: Rooms}, parts: [dry, damp]}
  - {key: dry, name: {en: Dry}}
  - {key: damp, name: {en: Damp}}
`;
