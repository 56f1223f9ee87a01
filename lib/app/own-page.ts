/** A page of our own that opens in a tab. */
export type OwnPage =
  | '/print.html'
  | '/from-phone.html'
  | '/from-phone.html?picture'
  | '/from-phone.html?area'
  | '/first-run.html'
  | '/keys.html'
  | '/copies.html'
  | '/manager.html'
  | '/manager.html#health'
  /** One screen of the popup in a tab of its own, for the tab that it is about. */
  | `/popup.html?tab=${number}#${AskedScreen}`;

/** A screen of the popup that another page of ours may open. */
export type AskedScreen = (typeof askedScreens)[number] | `account-${string}`;

/** All of them. */
export const askedScreens = ['export', 'restore', 'manual'] as const;

/** The account that the address of a page of ours names after its `#`; null for any other address. */
export const askedAccount = (hash: string): string | null => /^#account-([0-9A-Za-z-]{1,64})$/.exec(hash)?.[1] ?? null;
