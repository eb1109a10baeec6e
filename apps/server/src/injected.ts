export const INSTALLATION = Symbol('Installation');
export const ACCESS = Symbol('Access');
export const METRICS = Symbol('Metrics');
