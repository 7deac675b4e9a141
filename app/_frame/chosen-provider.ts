/** The provider that was chosen last in this browser. An id that lets nobody in, so that a page's script may read it. */
export const CHOSEN_PROVIDER_COOKIE = "empresa";

/** Whether another tab has chosen another provider than this page's since it was opened. */
export function chosenElsewhere(cookies: string, provider: string): boolean {
  const chosen = new RegExp(`(?:^|; )${CHOSEN_PROVIDER_COOKIE}=([^;]*)`).exec(cookies)?.[1];
  return chosen !== undefined && chosen !== "" && chosen !== provider;
}
