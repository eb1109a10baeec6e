/** Names the variable, never its value: it may be a secret that was put into the wrong one. */
export class InvalidSetting extends Error {
  override readonly name = 'InvalidSetting';

  constructor(variable: string, wanted: string) {
    super(`${variable} must be ${wanted}.`);
  }
}
