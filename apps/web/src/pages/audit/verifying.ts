import { checkEvidence, saysTheSame, type Checked, type Evidence } from '@edict/seal/evidence';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';

import { useApi } from '../../api/api.ts';
import type { EventLine } from '../../api/tasks.ts';
import type { LineFlaw } from '../../parts/flaw-word.tsx';

export type Verified = Checked & Readonly<{ evidence: Evidence; lines: ReadonlyMap<number, LineFlaw | null> }>;

/** By Web Crypto, which browsers give only to pages that came safely. */
const digest = async (octets: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', octets));

export const canVerify = (): boolean => 'subtle' in crypto;

/** Takes out a stream as it is sealed and recomputes it here; what is on the page is compared with what was sealed. */
export const useVerifying = (stream: string): UseMutationResult<Verified, Error, readonly EventLine[]> => {
  const api = useApi();
  return useMutation({
    mutationFn: async (shown: readonly EventLine[]) => {
      const evidence = (await api.get('/streams/{stream}/evidence', { path: { stream } })) as Evidence;
      const checked = await checkEvidence(evidence, digest);
      return {
        ...checked,
        evidence,
        lines: new Map(shown.map((line) => [line.revision, flawOf(line, evidence, checked)])),
      };
    },
  });
};

const flawOf = (line: EventLine, { events }: Evidence, checked: Checked): LineFlaw | null => {
  const event = events.find(({ revision }) => revision === line.revision);
  if (!event) return 'missing';
  if (!saysTheSame(line, event)) return 'shown';
  return checked.events.find(({ revision }) => revision === line.revision)?.flaw ?? null;
};
