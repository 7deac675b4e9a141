import { readSignedText, signedText } from "./signed-text";

const PURPOSE = "session";

/** The cookie of a session: its opaque token, signed. The database decides whether the token is still valid. */
export const newSessionCookie = (token: string): string => signedText(PURPOSE, token);

/** The session's token; null of a cookie that was not made here. */
export const readSessionCookie = (cookie: string | undefined): string | null =>
  readSignedText(PURPOSE, cookie);
