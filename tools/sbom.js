/**
 * Writes to stdout, as CycloneDX 1.6, of which packages an installation is made: those that the server runs on, and those that are built
 * into the pages of the console; each with its exact version, licence and hash, and what it needs itself. The same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const MODULES = 'node_modules/';

const read = (name) => readFileSync(new URL(name, ROOT), 'utf8');

const nameAt = (place, { name }) => name ?? place.slice(place.lastIndexOf(MODULES) + MODULES.length);

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** As the lock file has it, `sha512-BASE64`; CycloneDX wants the name of the algorithm and hexadecimal digits. */
const hashOf = (integrity) => {
  const [algorithm, digest] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
};

const componentAt = (place, entry) => {
  const name = nameAt(place, entry);
  return {
    type: 'library',
    'bom-ref': place,
    name,
    version: entry.version,
    purl: purlOf(name, entry.version),
    ...(entry.license && { licenses: [{ expression: entry.license }] }),
    ...(entry.integrity && { hashes: [hashOf(entry.integrity)] }),
    ...(entry.optional && { scope: 'optional' }),
  };
};

/** Where Node finds a package from a place: beside it, or beside what it lies in. `undefined`: it is not installed here. */
export const resolved = (name, from, places) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(MODULES) - 1))) {
    const place = at === '' ? `${MODULES}${name}` : `${at}/${MODULES}${name}`;
    if (places.has(place)) return place;
    if (at === '') return undefined;
  }
};

const needsOf = (place, { dependencies, optionalDependencies, peerDependencies }, places) => {
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  const found = names.map((name) => resolved(name, place, places)).filter((each) => each !== undefined);
  return [...new Set(found)].sort();
};

/** Everything that is needed from these places on, each once, in the order of the alphabet. */
const reachedFrom = (start, packages, places) => {
  const reached = new Set(start);
  for (const place of reached) for (const next of needsOf(place, packages[place], places)) reached.add(next);
  return [...reached].sort();
};

/** `lock`: a parsed lock file of version 3; `root`: the package.json beside it; `bundled`: packages that are built into what is served. */
export const sbomOf = ({ packages }, { name, version, license }, bundled) => {
  const places = new Set(Object.keys(packages).filter((place) => place.includes(MODULES) && !packages[place].link));
  const direct = [...needsOf('', packages[''], places), ...bundled.map((each) => resolved(each, '', places))];
  const all = reachedFrom(direct, packages, places);
  const component = { type: 'application', 'bom-ref': name, name, version, licenses: [{ license: { id: license } }] };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${idOf(all.map((place) => [place, packages[place].version]))}`,
    version: 1,
    metadata: { component },
    components: all.map((place) => componentAt(place, packages[place])),
    dependencies: [
      { ref: name, dependsOn: [...new Set(direct)].sort() },
      ...all.map((place) => ({ ref: place, dependsOn: needsOf(place, packages[place], places) })),
    ],
  };
};

/** The packages that the console's sources import. */
const bundledInConsole = () => {
  const sources = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/*.spec.*'] });
  const imports = sources.flatMap((file) => [
    ...read(file).matchAll(/^(?:import|\} from|import .* from) '([^.'][^']*)'/gm),
  ]);
  const named = imports.map(([, path]) => /^(@[^/]+\/)?[^/]+/.exec(path)[0]);
  return [...new Set(named)].filter((name) => !name.startsWith('@edict/') && !name.startsWith('node:')).sort();
};

/** A UUID of version 8: the first bits of a hash of what is listed. */
const idOf = (listed) => {
  const digest = createHash('sha256').update(JSON.stringify(listed)).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sbom = sbomOf(JSON.parse(read('package-lock.json')), JSON.parse(read('package.json')), bundledInConsole());
  process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
}
