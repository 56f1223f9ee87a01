/** One input, textarea or select of a page, as its source states it. */
export type FieldFacts = {
  readonly tag: string;
  readonly type?: string;
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly hidden?: boolean;
  readonly [attribute: string]: string | number | boolean | undefined;
};

/** Facts of a real page; `otp` is the index of the right field, a list for split boxes, or null where nothing may be filled. */
export type PageFacts = {
  readonly id: string;
  readonly app: string;
  readonly lang: string;
  readonly kind: string;
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly form: { readonly id?: string; readonly action?: string; readonly submit?: string } | null;
  readonly fields: readonly FieldFacts[];
  readonly otp: number | readonly number[] | null;
  readonly qr?: { readonly kind: string; readonly px?: number; readonly step?: number };
  /** Where the application shows backup codes; `when` is `after` where they come on the page after this one. */
  readonly backup?: { readonly when?: string };
  readonly split?: boolean;
  readonly overlay?: boolean;
  readonly shadowDom?: boolean;
};

/** Whether the page wants an authenticator code. */
export const wantsCode = ({ kind }: PageFacts): boolean => kind === 'login-challenge' || kind === 'enroll-verify';

/** The indices that must be chosen, none where nothing may be filled. */
export const rightIndices = ({ otp }: PageFacts): readonly number[] => {
  if (otp === null) return [];
  return typeof otp === 'number' ? [otp] : otp;
};
