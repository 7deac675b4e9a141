const HOUR = 60 * 60;

/** How long a session lives without a request, and at most, in seconds. The database applies them. */
export const sessionLimits = {
  provider: { idleSeconds: 12 * HOUR, absoluteSeconds: 7 * 24 * HOUR },
  caja: { idleSeconds: HOUR / 2, absoluteSeconds: 12 * HOUR },
} as const;

/** How long links can be used that set a password, in seconds. Who needs longer asks for another one. */
export const linkLifetimes = { confirm: HOUR, invite: HOUR, password: HOUR } as const;

/** How long an unfinished registration is kept after its authorisation, in seconds. */
export const REGISTRATION_SECONDS = 24 * HOUR;

/** Least pause between two mails that confirm one registration, in seconds. */
export const RESEND_PAUSE_SECONDS = 60;
