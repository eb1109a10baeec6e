import type { ComponentType, JSX } from 'react';

type Page = (() => JSX.Element) & { preload(): Promise<void> | undefined };

/** The server is not there to bring a page, or has it no more. `bring`: asks for it once more. */
export class NotBrought extends Error {
  override readonly name = 'NotBrought';
  readonly bring: () => Promise<void>;

  constructor(bring: () => Promise<void>, cause: unknown) {
    super('A page could not be brought.', { cause });
    this.bring = bring;
  }
}

/** A page that is brought when somebody goes there; what could not be brought once may be asked for again. */
export const pageOf = <Name extends string>(
  ask: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page => {
  let brought: ComponentType | undefined;
  const bring = async (): Promise<void> => {
    try {
      await failedStylesAnew();
      brought = (await ask())[name];
    } catch (cause) {
      throw new NotBrought(bring, cause);
    }
  };
  const Page = (): JSX.Element => {
    const Brought = brought;
    if (!Brought) throw new NotBrought(bring, undefined);
    return <Brought />;
  };
  return Object.assign(Page, { preload: () => (brought ? undefined : bring()) });
};

/** Styles that did not come: each is named in the document by whoever needs it first, and nobody asks for it again. */
const failed = new Set<HTMLLinkElement>();
document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
  },
  true,
);

const failedStylesAnew = () => Promise.all([...failed].map(styleAnew));

const styleAnew = (link: HTMLLinkElement): Promise<unknown> => {
  const { promise, resolve, reject } = Promise.withResolvers();
  const anew = link.cloneNode() as HTMLLinkElement;
  anew.addEventListener('load', resolve);
  anew.addEventListener('error', reject);
  failed.delete(link);
  link.replaceWith(anew);
  return promise;
};

/** Whether it is brought now. Where the server is there and has it no more, as after an upgrade, the whole document is taken anew, once. */
export const askedAnew = async ({ bring }: NotBrought): Promise<boolean> => {
  const isBrought = () => bring().then(yes, no);
  if (await isBrought()) return true;
  if (!(await fetch(`${location.origin}/sessions/means`).then(yes, no))) return false;
  return (await isBrought()) || takeDocumentAnew();
};

const yes = (): boolean => true;
const no = (): boolean => false;

/** That it was is noted where one is in the history of the window, which outlives the document; nothing else of a browser keeps anything. */
const takeDocumentAnew = (): false => {
  const here = history.state as Readonly<Record<string, unknown>> | null;
  if (here?.[TAKEN] === true) return false;
  history.replaceState({ ...here, [TAKEN]: true }, '');
  location.reload();
  return false;
};
const TAKEN = 'takenAnew';
