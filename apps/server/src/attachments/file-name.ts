import { HttpProblem } from '../http/problem.ts';

const LONGEST = 200;
/** Paths, control characters, and marks that turn the direction of writing, so that `fdp.exe` is not read as `exe.pdf`. */
const FORBIDDEN = /[/\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The name of a file as a header carries it: UTF-8, percent-encoded. */
export const fileNameIn = (header: string | undefined): string => {
  const name = decoded(header ?? '')
    .normalize('NFC')
    .trim();
  if (name === '' || name === '.' || name === '..' || name.length > LONGEST || FORBIDDEN.test(name)) throw unusable();
  return name;
};

const decoded = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    throw unusable();
  }
};

const unusable = () =>
  new HttpProblem('attachment/name', `Edict-File-Name has 1 to ${LONGEST} characters, percent-encoded, and no path.`);

/** RFC 6266: for whoever reads it, and an ASCII name for whoever does not. */
export const dispositionOf = (name: string): string => {
  const ascii = name.replaceAll(/[^\w. -]/g, '_');
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
};
