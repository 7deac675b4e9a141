import { expect, test } from "vitest";
import nextConfig from "../../next.config";
import { productFiles } from "../support/files";

/** What the server and the browser run, also the service worker; scripts of the operator are apart. */
const code = productFiles(
  /^(?:app|components|domain|db|lib|messages|model)\/.*\.tsx?$|^(?:proxy|instrumentation|next\.config)\.ts$|^public\/.*\.js$/,
);

/** The places where this is written, but for those that may. */
function found(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return code
    .filter(({ path }) => !allowed.includes(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
}

test("the bans read the code: what is written at its one place is found there", () => {
  expect(found(/createCipheriv\(/)).toHaveLength(1);
  expect(code.length).toBeGreaterThan(900);
});

test("no text becomes HTML by hand: React and lib/http/html.ts write it", () => {
  expect(found(/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/)).toEqual(
    [],
  );
});

test("no text becomes code: no eval, no Function of a text, no timer of a text", () => {
  expect(found(/\beval\(|new Function\(|set(?:Timeout|Interval)\(\s*["'`]|import\(\s*[`a-z]/)).toEqual([]);
});

test("texts are normalised in one place, which limits the marks of a letter first", () => {
  expect(found(/\.normalize\(|["'`]normalize["'`]/, ["lib/format/normal-form.ts"])).toEqual([]);
  const sql = productFiles(/^db\/functions\/.*\.sql$/);
  expect(sql.filter(({ text }) => /\bnormalize\s*\(/i.test(text)).map(({ path }) => path)).toEqual([]);
});

test("another program is started in one place, with a command of our own", () => {
  const places = ["domain/import/worker-process.ts", "domain/import/worker-watch.ts"];
  expect(found(/child_process|worker_threads/, places)).toEqual([]);
  const [start] = code.filter(({ path }) => path === "domain/import/worker-process.ts");
  expect(start?.text).toMatch(/spawn\(\s*process\.execPath/);
  expect(start?.text).not.toMatch(/shell:|exec\(/);
});

test("a pattern is made of constants, never of what somebody typed", () => {
  const typed = code.flatMap(({ path, text }) =>
    [...text.matchAll(/new RegExp\(([\s\S]*?)(?:\)\.|\)[;,\s)])/g)].flatMap(([, source = ""]) =>
      [...source.matchAll(/\$\{([^}]*)\}/g)]
        .filter(([, name = ""]) => !/^[A-Z_]+$/.test(name))
        .map(([, name]) => `${path}: ${name}`),
    ),
  );
  // The names of months, one constant each.
  expect(typed).toEqual(["domain/import/cells.ts: names"]);
});

test("SQL is sent as written: no raw parts, identifiers of the contract only; whole statements only where the schema is made", () => {
  expect(found(/\bsql\.(?:raw|identifier)\b/, ["db/contract/call.ts"])).toEqual([]);
  const makers = [
    "db/apply-migrations.ts",
    "db/prepare-roles.ts",
    "db/install-functions.ts",
    "db/place-functions.ts",
    "db/place-triggers.ts",
    "db/listen.ts",
    "db/lock-retry.ts",
    "db/migrate.ts",
    "db/connection.ts",
    "db/write-deadline.ts",
  ];
  expect(found(/\.unsafe\(/, makers)).toEqual([]);
});

test("the server opens connections to its database, its mail server and the receivers of its log only, to no address that was typed", () => {
  const sockets =
    /from "node:(?:https|tls|dgram|dns|http2)"|\bcreateConnection\b|\bhttps?\.(?:get|request)\(/;
  expect(found(sockets, ["db/servers.ts", "lib/syslog.ts"])).toEqual([]);
  expect(found(/from "nodemailer"/, ["domain/notify/mail-channel.ts"])).toEqual([]);
  const callers = [
    "lib/otlp.ts",
    "app/(cuenta)/_factor/passkey-form.tsx",
    "public/sw.js",
    "app/admin/_imports/progress.tsx",
    "app/admin/solicitudes/[radicado]/pdf-pages.tsx",
  ];
  expect(found(/\bfetch\(/, callers).filter((place) => !place.startsWith("app/_offline/"))).toEqual([]);
  expect([nextConfig.images?.unoptimized, nextConfig.rewrites, nextConfig.images?.remotePatterns]).toEqual([
    true,
    undefined,
    undefined,
  ]);
});

test("e-mails are texts, never HTML", () => {
  const [sender] = code.filter(({ path }) => path === "domain/notify/mail-channel.ts");
  expect(sender?.text).toMatch(/sendMail\(\{ from, to, subject, text, messageId, headers \}\)/);
});

test("the log is written as objects, by lib/log.ts and lib/console.ts alone", () => {
  expect(
    found(/\bconsole\.(?:log|info|warn|error|debug)\(|process\.std(?:out|err)\b/, [
      "lib/log.ts",
      "lib/console.ts",
      "db/lock-retry.ts", // tells the operator of db:migrate why it waits
    ]),
  ).toEqual([]);
  // Nothing that writes a value as text; what reads a media type does not.
  expect(found(/(?<!import \{ MIMEType \} )from "node:util"/)).toEqual([]);
});

test("hashes are SHA-256, ciphers AES-256-GCM, signatures Ed25519, passwords argon2id; nothing older", () => {
  const algorithms = code.flatMap(({ text }) =>
    [...text.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\(\s*"([^"]+)"/g)].map(([, name]) => name),
  );
  expect([...new Set(algorithms)].sort()).toEqual(["aes-256-gcm", "sha256"]);
  expect(found(/\b(?:md5|sha-?1|des-ede|rc4|aes-\d+-(?:ecb|cbc)|RSASSA|bcrypt)\b/i)).toEqual([]);
  expect(found(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\(\s*[a-z]/)).toEqual([]);
});

test("chance that matters comes from the system's generator: Math.random only spreads pauses", () => {
  expect(found(/Math\.random/, ["db/connection.ts", "db/lock-retry.ts"])).toEqual([]);
});

test("the server measures a duration by performance.now(), because the clock of a machine can be set back", () => {
  const moments = [
    "app/_server/http/public-answer.ts", // the end of a wait, as the page says it
    "app/_server/http/public-page.ts",
    "app/(proveedor)/novedades/[folio]/withdraw-report.tsx",
    "db/left-rights.ts", // since when, as the database keeps it
    "db/write-deadline.ts", // whether the clock was set
    "domain/audit/head-file.ts", // names of files
  ];
  // A browser's device sleeps, and what it keeps is older than its page.
  const browser = /^(?:app\/_offline|components|public)\//;
  const places = found(/(?<!\btime: )Date\.now\(\)/, moments);
  expect(places.filter((place) => !browser.test(place))).toEqual([]);
});

test("a form's schema reads no clock, because it runs in the browser too: serverDay() tells today, on the server alone", () => {
  const places = found(/\bbogotaDay\(|new Date\(\)|Date\.now\(/);
  expect(places.filter((place) => /^domain\/\S*schema\.ts:/.test(place))).toEqual([]);
});

test("no certificate check is switched off", () => {
  expect(found(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|sslmode=no/)).toEqual([]);
});

test("a secret that was sent is compared in constant time", () => {
  const secret = String.raw`\w*(?:Hash|Mac|Signature|proofCode|checkCode|Digest)`;
  const plain = new RegExp(`\\b(?:mac|hash|signature|${secret})\\b (?:===|!==) (?!null|undefined|")[a-z]`);
  expect(found(plain)).toEqual([]);
  expect(found(/timingSafeEqual\(/).map((place) => place.split(":")[0])).toEqual(
    expect.arrayContaining(["domain/proof/check-proof.ts", "lib/crypto/signed-text.ts"]),
  );
});

test("no page listens to other windows, opens a socket or runs a script of elsewhere", () => {
  expect(
    found(/addEventListener\(\s*"message"|onmessage\b|new (?:WebSocket|EventSource)\(/, ["public/sw.js"]),
  ).toEqual([]);
  expect(found(/<script[^>]*src="https?:|jsonp|callback=/i)).toEqual([]);
});

test("nothing that belongs to a person is cached by the server between requests", () => {
  expect(found(/"use cache"|unstable_cache|cacheComponents|export const revalidate/)).toEqual([]);
});

test("errors of settings are not silenced: strict types, indexes that may be missing, no any", async () => {
  const { compilerOptions } = JSON.parse(productFiles(/^tsconfig\.json$/)[0]?.text ?? "{}");
  expect([compilerOptions.strict, compilerOptions.noUncheckedIndexedAccess]).toEqual([true, true]);
});
