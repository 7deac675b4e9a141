import { connect } from "@/db/connection";
import { newSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken } from "@/lib/crypto/token";

/** Opens a session of a demonstration account, as the sign-in does. */
export async function openSession(url: string, email: string): Promise<string> {
  const owner = connect(url, null, 1);
  const { token, hash } = newToken();
  await owner`select open_session(p.id, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true) from person p where p.email = ${email}`;
  await owner.end();
  return `sesion=${newSessionCookie(token)}`;
}
