export { LEVELS, type Level } from '../classification/label.ts';
export * from './calendar.document.ts';
export * from './counts.ts';
export * from './directive.document.ts';
export type { Finding, FindingCode } from './finding.ts';
export { findingsOf } from './findings.ts';
export * from './policy.document.ts';
export * from './script.document.ts';
export * from './units.document.ts';
