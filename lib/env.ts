import { z } from "zod";
import { fitsQr } from "@/lib/encoding/qr-origin";
import { readKeyList } from "./crypto/key-list";
import { databaseUrlFault } from "./database-url";
import { parseOtlpHeaders } from "./otlp";
import { parseSyslogUrl } from "./syslog";

const bytes32 = z.string().refine((text) => {
  const bytes = Buffer.from(text, "base64");
  return bytes.length === 32 && bytes.toString("base64") === text;
}, "debe ser base64 de 32 bytes");

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const CONTACT_FAULT = "debe ser mailto:… o https://…";

const databaseUrl = (empty?: string) =>
  z.string(empty).superRefine((url, context) => {
    const message = databaseUrlFault(url);
    if (message) context.addIssue({ code: "custom", message });
  });

/** All environment variables; `.env.example` explains them. */
export const EnvSchema = z.object({
  DATABASE_URL: databaseUrl("falta"),
  DATABASE_URL_PROVIDER: optional(databaseUrl()),
  DATABASE_URL_DOOR: optional(databaseUrl()),
  DATABASE_URL_CAJA: optional(databaseUrl()),
  NODE_ENV: optional(z.string()),
  AUTH_SECRET: z.string("falta").min(32, "debe tener al menos 32 caracteres"),
  AUTH_SECRET_PREVIOUS: optional(z.string().min(32, "debe tener al menos 32 caracteres")),
  PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, error: "debe ser una dirección http(s)://…" })
      .refine(
        (url) => !URL.canParse(url) || fitsQr(url),
        "es muy larga para el código del papel: el dominio debe tener 30 letras o menos",
      ),
  ),
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number("debe ser un número de puerto").int().min(1).max(65535)),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "debe ser smtp://… o smtps://…" })),
  MAIL_FROM: optional(z.string().min(3)),
  DATA_KEYS: optional(
    z.string().superRefine((list, context) => {
      try {
        readKeyList(list);
      } catch (error) {
        context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "" });
      }
    }),
  ),
  INDEX_KEY: optional(bytes32),
  AUDIT_HEADS_KEY: optional(bytes32),
  AUDIT_HEADS_FOLDER: optional(z.string()),
  AUDIT_HEADS_MAIL: optional(z.email("debe ser una dirección de correo")),
  AUDIT_EVENTS: optional(z.enum(["stdout", "off"], "debe ser stdout u off")),
  AUDIT_STDOUT_FD: optional(z.coerce.number().int().min(1).max(9)),
  AUDIT_SYSLOG_URL: optional(
    z.string().refine((url) => parseSyslogUrl(url) !== null, "debe ser udp://…, tcp://… o tls://… con host"),
  ),
  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: "debe ser una dirección http(s)://…" }),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: optional(
    z.string().superRefine((text, context) => {
      try {
        parseOtlpHeaders(text);
      } catch {
        context.addIssue({ code: "custom", message: "debe ser nombre=valor,nombre=valor" });
      }
    }),
  ),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(bytes32),
  TRUSTED_PROXIES: optional(z.coerce.number("debe ser el número de intermediarios").int().min(0).max(5)),
  SECURITY_CONTACT: optional(
    // A space or a line of its own would be a further field of the file that it stands in.
    z.url({ protocol: /^(?:https|mailto)$/, error: CONTACT_FAULT }).regex(/^\S+$/, CONTACT_FAULT),
  ),
  LOG_LEVEL: optional(
    z.enum(["debug", "info", "warn", "error", "silent"], "debe ser debug, info, warn, error o silent"),
  ),
  WEB_CONCURRENCY: optional(z.coerce.number("debe ser el número de procesos").int().min(1).max(64)),
  DATABASE_CONNECTIONS: optional(
    z.coerce.number("debe ser el número de conexiones").int().min(6, "deben ser 6 o más").max(1_000),
  ),
  DATA_FOLDER: optional(z.string()),
  STOP_WITH_PARENT: optional(z.literal("1", "solo puede ser 1")),
  DEMO: optional(z.literal("1", "solo puede ser 1")),
});
export type Env = z.output<typeof EnvSchema>;

/** Reads the environment. Throws one Error with a line for each invalid variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = EnvSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const text = source[name] === undefined || source[name] === "" ? "falta" : issue.message;
    return `${name}: ${text}`;
  });
  throw new Error([...new Set(lines)].join("\n"));
}

/**
 * The keys that an installation must have. None is made of another one, so that each can be replaced alone and a
 * leak of one opens nothing else (docs/security/keys.md).
 * @throws Error with one line when one is missing, or when two are the same
 */
export function requireOwnKeys(settings: Env): void {
  const missing = (["DATA_KEYS", "INDEX_KEY"] as const).filter((name) => !settings[name]);
  if (missing.length > 0)
    throw new Error(
      `Falta ${missing.join(" y ")}: en producción ninguna llave se deriva de otra (docs/security/keys.md).`,
    );
  const values = [
    settings.AUTH_SECRET,
    settings.AUTH_SECRET_PREVIOUS,
    settings.INDEX_KEY,
    settings.AUDIT_HEADS_KEY,
    settings.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    ...readKeyList(settings.DATA_KEYS ?? "").map(({ key }) => key.toString("base64")),
  ].filter((value) => value !== undefined);
  if (new Set(values).size < values.length)
    throw new Error("Dos llaves son la misma: cada una se genera aparte (docs/security/keys.md).");
}

let parsed: Env | undefined;

/** The environment, parsed once. Nobody else reads process.env. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
