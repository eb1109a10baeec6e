import type { JSX } from 'react';

import { Say } from '../../parts/say.tsx';
import type { Verified } from './verifying.ts';

/** Against what was checked, so that it can be compared with a checkpoint that somebody else holds; and what this cannot show. */
export const SealFacts = ({ verified }: Readonly<{ verified: Verified }>): JSX.Element | null => {
  const { checkpoint } = verified;
  if (!checkpoint) return null;
  const { origin, size, root, head } = checkpoint;
  return (
    <>
      <dl className="kv wide">
        <Fact name="seal.log">{origin}</Fact>
        <Fact name="seal.size">{size}</Fact>
        <Fact name="seal.root">{root}</Fact>
        <Fact name="seal.head">{head ? `${head.stream}@${head.revision}` : '–'}</Fact>
        <Fact name="seal.headHash">{head?.hash ?? '–'}</Fact>
      </dl>
      <p className="mid small">
        <Say id="seal.how" />
      </p>
      <p className="mid small">
        <Say id="seal.limits" />
      </p>
    </>
  );
};

const Fact = ({ name, children }: Readonly<{ name: string; children: string | number }>): JSX.Element => (
  <>
    <dt>
      <Say id={name} />
    </dt>
    <dd className="mono hash">{children}</dd>
  </>
);
