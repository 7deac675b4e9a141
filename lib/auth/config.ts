import "server-only";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";

declare module "next-auth" {
  interface Session {
    token?: string;
  }
}

/** Longest life of the cookie; the database's session row ends sooner and decides. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60;

function config(): NextAuthConfig {
  const secure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/ingresar" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: secure ? "__Host-sesion" : "sesion",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      // The sign-in action has checked the password and opened the session row; only its token comes here.
      Credentials({
        credentials: { token: {} },
        authorize: ({ token }) => (typeof token === "string" && token ? { id: token } : null),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, token: String(token.sid ?? "") }),
    },
    logger: { error: () => {}, warn: () => {} },
  };
}

/** next-auth as a thin cookie layer: its token carries an opaque session token and nothing else. */
export const { auth, signIn, signOut } = NextAuth(config);

/** The opaque session token of the request's cookie, or null. Whether it still counts, the database says. */
export async function sessionToken(): Promise<string | null> {
  const session = await auth();
  return session?.token || null;
}
