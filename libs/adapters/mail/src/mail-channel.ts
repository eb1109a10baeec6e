import { Undeliverable, type Channel, type Outgoing } from '@edict/runtime';
import { createTransport } from 'nodemailer';

import type { MailSettings } from './settings.ts';
import { isMailLanguage, LABELS, NOTICES } from './words.ts';

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;
/** From here on what a mail server says of an address is for good (RFC 5321, section 4.2.1). What it says of us may be mended. */
const FOR_GOOD = 500;

const languageOf = ({ language }: Outgoing) => (isMailLanguage(language) ? language : 'en');
const wordsFor = (message: Outgoing): string => NOTICES[languageOf(message)][message.notice] ?? message.notice;

/** Plain mail over SMTP, to whichever server takes it. Its `Message-ID` is the same each time, so that a second copy is known for one. */
export class MailChannel implements Channel {
  readonly #settings: MailSettings;

  constructor(settings: MailSettings) {
    this.#settings = settings;
  }

  async send(message: Outgoing): Promise<void> {
    const { from } = this.#settings;
    const subject = `Edict: ${wordsFor(message)}`;
    const transport = createTransport(this.#options());
    try {
      await transport.sendMail({
        ...{ from, to: message.address, subject, text: this.#text(message) },
        messageId: `<${message.key}@${from.slice(from.indexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Edict-Delivery': message.key, 'Edict-Notice': message.notice },
        ...{ disableFileAccess: true, disableUrlAccess: true },
      });
    } catch (error) {
      const { responseCode = 0, code = 'unknown' } = error as Readonly<{ responseCode?: number; code?: string }>;
      const reason = responseCode > 0 ? `The mail server said ${responseCode}.` : `The mail server failed: ${code}.`;
      if (code === 'EENVELOPE' && responseCode >= FOR_GOOD) throw new Undeliverable(reason);
      throw new Error(reason, { cause: error });
    } finally {
      transport.close();
    }
  }

  #options() {
    const url = new URL(this.#settings.url());
    const isSecure = url.protocol === 'smtps:';
    const isPlain = url.search === '?tls=false';
    const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string];
    return {
      ...{ host: url.hostname, port: Number(url.port || (isSecure ? 465 : 587)), secure: isSecure },
      ...{ requireTLS: !isSecure && !isPlain, ignoreTLS: isPlain },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS },
      ...(user === '' ? {} : { auth: { user, pass } }),
    };
  }

  /** Ids and where to read more, and nothing that was written by anybody. */
  #text(message: Outgoing): string {
    const { unit, about, directiveId } = message;
    const { origin } = this.#settings;
    const labels = LABELS[languageOf(message)];
    return [
      `${labels.notice}: ${wordsFor(message)}`,
      `${labels.for}: ${unit}`,
      `${labels.about}: ${about}`,
      `${labels.directive}: ${directiveId}`,
      ...(origin === undefined ? [] : ['', `${labels.read} ${origin}/`]),
      '',
    ].join('\r\n');
  }
}
