export * from './calendar.document.ts';
export * from './directive.document.ts';
export * from './policy.document.ts';
export * from './units.document.ts';
