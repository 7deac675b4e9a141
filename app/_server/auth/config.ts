import "server-only";
import { headers } from "next/headers";
import NextAuth, { type NextAuthConfig } from "next-auth";
import { decode, getToken, type JWTDecodeParams } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { authSecrets } from "@/lib/crypto/keys";
import { newSessionCookie, readSessionCookie } from "@/lib/crypto/session-cookie";
import { siteCookie } from "@/lib/http/secure";

/** How the encrypted tokens begin that next-auth writes by itself. */
const ENCRYPTED = "eyJ";
/** Longest life of the cookie; the database's session row ends sooner and decides. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60;

function sessionCookie() {
  const options = siteCookie();
  return { name: options.secure ? "__Host-sesion" : "sesion", options };
}

function config(): NextAuthConfig {
  const sessionToken = sessionCookie();
  return {
    secret: authSecrets(),
    trustHost: true,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    jwt: { encode: async ({ token }) => newSessionCookie(String(token?.sid)), decode: readCookie },
    pages: { signIn: "/ingresar" },
    useSecureCookies: sessionToken.options.secure,
    cookies: { sessionToken },
    providers: [
      // The sign-in action has checked the password and opened the session row; only its token comes here.
      Credentials({
        credentials: { token: {} },
        authorize: ({ token }) => (typeof token === "string" && token ? { id: token } : null),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
    },
    logger: { error: () => {}, warn: () => {} },
  };
}

/**
 * Our cookie is signed with a key that is derived once per process
 * (docs/decisions/044-what-a-process-caches.md). Sessions of earlier versions keep their encrypted cookie until
 * they end, after a week at most; a token of ours may by chance begin like one.
 */
async function readCookie(cookie: JWTDecodeParams) {
  const token = readSessionCookie(cookie.token);
  if (token !== null) return { sid: token };
  return cookie.token?.startsWith(ENCRYPTED) ? decode(cookie) : null;
}

/** next-auth serves as a thin cookie layer: its token holds an opaque session token and nothing else. */
export const { signIn, signOut } = NextAuth(config);

/**
 * The opaque session token of the request's cookie, or null. The database decides whether it is still valid.
 * This uses next-auth's reader, because `auth()` would also renew the cookie, which is double work without an
 * effect.
 */
export async function sessionToken(): Promise<string | null> {
  const cookie = (await headers()).get("cookie") ?? "";
  const token = await getToken({
    req: { headers: { cookie } },
    secret: authSecrets(),
    cookieName: sessionCookie().name,
    decode: readCookie,
  });
  return typeof token?.sid === "string" && token.sid !== "" ? token.sid : null;
}
