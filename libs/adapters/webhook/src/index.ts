export { isPublic, type Allowed } from './addresses.ts';
export { InvalidWebhookSetting, webhookSettings, type WebhookSettings } from './settings.ts';
export { newSigningKey, WebhookChannel } from './webhook-channel.ts';
