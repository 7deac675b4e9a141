import { randomInt, randomUUID } from "node:crypto";
import http from "node:http";
import type postgres from "postgres";
import type { CompanyInput } from "@/domain/account/company";
import { authorise, readDraft, saveStep } from "@/domain/account/register";
import { nitCheckDigit } from "@/model/identity/nit";
import { hiddenFields } from "./form";

/** What somebody who is not signed in gets of a form: its answer, and the page to which that leads. */
type Posted = { status: number; location: string; cookies: string[]; page: string; ms: number };

type HttpAnswer = { status: number; location: string; cookies: string[]; body: string };

/** A form that takes an e-mail: prepared for one, it is posted once and timed. */
export type EmailForm = (email: string) => Promise<() => Promise<Posted>>;

const BOUNDARY = "----hanna-account";

function ask(url: URL, from: string, cookie: string, fields?: [string, string][]): Promise<HttpAnswer> {
  const parts = fields?.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = parts && `${parts.join("")}--${BOUNDARY}--\r\n`;
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: body === undefined ? "GET" : "POST",
        // An address of its own for each post: no limit of a network is spent, and nobody waits for another's turn.
        localAddress: from,
        agent: false,
        headers: {
          cookie,
          ...(body === undefined
            ? {}
            : {
                origin: url.origin,
                "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
                "content-length": Buffer.byteLength(body),
              }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? "",
            cookies: (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? ""),
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

const someNetwork = () => `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** The forms of the portal at this address that tell an e-mail that has an account from one that has none. */
export function accountForms(origin: string, owner: postgres.Sql): Record<string, EmailForm> {
  const form = (place: string, cookieOf: (email: string) => Promise<string>, typed: string[]): EmailForm => {
    const url = new URL(place, origin);
    return async (email) => {
      const [from, cookie] = [someNetwork(), await cookieOf(email)];
      const hidden = hiddenFields((await ask(url, from, cookie)).body);
      const values: Record<string, string> = { email, password: `no es la suya ${email.length}` };
      const fields: [string, string][] = [
        ...hidden,
        ...typed.map((name): [string, string] => [name, values[name] ?? ""]),
      ];
      await owner`delete from budget_counter`;
      return async () => {
        const began = performance.now();
        const { status, location, cookies, body } = await ask(url, from, cookie, fields);
        const ms = performance.now() - began;
        const next = new URL(location || place, origin);
        const kept = [cookie, ...cookies].filter(Boolean).join("; ");
        const page = location ? (await ask(next, from, kept)).body : body;
        return { status, location, cookies: cookies.map((each) => each.split("=")[0] ?? ""), page, ms };
      };
    };
  };
  const nobody = async () => "";
  return {
    "sign-in": form("/ingresar", nobody, ["email", "password"]),
    recovery: form("/recuperar", nobody, ["email"]),
    registration: form("/registro/revisar", (email) => filledIn(email), []),
  };
}

/**
 * Signs in by the portal's form, as a browser does that nobody knows, and answers where that leads: to the sign-in again
 * when it was refused.
 */
export async function signInForm(origin: string) {
  const url = new URL("/ingresar", origin);
  const hidden = hiddenFields((await ask(url, someNetwork(), "")).body);
  return async (email: string, password: string): Promise<string> => {
    const { location } = await ask(url, someNetwork(), "", [
      ...hidden,
      ["email", email],
      ["password", password],
    ]);
    return location;
  };
}

const company: CompanyInput = {
  nit: "900123456",
  checkDigit: 8,
  legalName: "Tienda de la prueba",
  municipality: "08001",
  address: "Calle 1 # 2-3",
  phone: "+576053235000",
};

/** The cookie of a registration whose steps are filled in, with this e-mail. */
async function filledIn(email: string): Promise<string> {
  const consent = { treatment: "1", terms: "1" } as const;
  const from = { ip: `bench-${randomUUID()}`, userAgent: "bench", language: "es-CO", token: undefined };
  const token = await authorise(consent, from);
  const nit = String(randomInt(100_000_000, 999_999_999));
  const draft = async () => {
    const found = await readDraft(token);
    if (!found) throw new Error("the registration is gone");
    return found;
  };
  await saveStep(token, await draft(), { company: { ...company, nit, checkDigit: nitCheckDigit(nit) } });
  const person = { name: "Ana Pérez", idKind: "CC", idNumber: "1042555318", email, mobile: "+573001234567" };
  await saveStep(token, await draft(), { person });
  return `registro=${token}`;
}

/** An address that has no account, as long as this one. */
export const strangersEmail = (email: string): string => {
  const [, domain = ""] = email.split("@");
  const name = email.slice(0, email.length - domain.length - 1);
  return `${Array.from(name, () => String.fromCharCode(97 + randomInt(26))).join("")}@${domain}`;
};
