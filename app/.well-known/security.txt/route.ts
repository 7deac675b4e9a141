import { currentCaja } from "@/domain/caja/profile";
import { env } from "@/lib/env";
import { securityText } from "@/lib/http/security-text";
import { publicAddress } from "@/lib/mail/address";

/** Where somebody who found a hole reports it (RFC 9116). */
export async function GET(): Promise<Response> {
  const contact = env().SECURITY_CONTACT ?? (await currentCaja()).email;
  // A new installation has no e-mail in its profile yet; a file without a contact would be none.
  if (!contact)
    return new Response("Not found\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  const text = securityText({ contact, origin: publicAddress("/"), now: new Date() });
  return new Response(text, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
