/** Cookie with the provider chosen last in this browser. Its id grants no access, so scripts may read it. */
export const CHOSEN_PROVIDER_COOKIE = "empresa";

/** Whether another tab has switched to another provider since this page was opened. */
export function chosenElsewhere(cookies: string, provider: string): boolean {
  const chosen = new RegExp(`(?:^|; )${CHOSEN_PROVIDER_COOKIE}=([^;]*)`).exec(cookies)?.[1];
  return chosen !== undefined && chosen !== "" && chosen !== provider;
}
