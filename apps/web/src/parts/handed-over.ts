/** A directive that another page hands over to be rehearsed. `of`: which it is, where it has been issued and can be had again. */
export type HandedOver = Readonly<{ text: string; of?: string }>;

let handed: HandedOver = { text: '' };

export const handOver = (directive: HandedOver): void => {
  handed = directive;
};

export const takeOver = (): HandedOver => handed;
