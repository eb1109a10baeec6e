export { MailChannel } from './mail-channel.ts';
export { InvalidMailSetting, mailSettings, type MailSettings } from './settings.ts';
export { NOTICES } from './words.ts';
