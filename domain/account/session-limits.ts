const HOUR = 60 * 60;

/**
 * Idle timeout and maximum life of a session, in seconds, and how many a person has at once at most. The database
 * applies them. Each number's reason: docs/security/inventory.md.
 */
export const sessionLimits = {
  provider: { idleSeconds: 12 * HOUR, absoluteSeconds: 7 * 24 * HOUR, most: 30 },
  caja: { idleSeconds: HOUR / 2, absoluteSeconds: 12 * HOUR, most: 10 },
} as const;

/**
 * How long a paired device looks orders up, and a person stays named on it by a PIN, in seconds. Each number's reason
 * is there too.
 */
export const counterLimits = {
  deviceSeconds: 30 * 24 * HOUR,
  idleSeconds: HOUR / 6,
  absoluteSeconds: 12 * HOUR,
} as const;

/** Validity in seconds of links that set a password. Later the person requests another one. */
export const linkLifetimes = {
  confirm: HOUR,
  invite: HOUR,
  password: HOUR,
  email: HOUR,
  ownership: HOUR,
} as const;

/** How long an unfinished registration is kept after its authorisation, in seconds. */
export const REGISTRATION_SECONDS = 24 * HOUR;

/** Minimum pause between two confirmation e-mails of a registration, in seconds. */
export const RESEND_PAUSE_SECONDS = 60;
