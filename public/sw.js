// @ts-check
/// <reference lib="webworker" />

/**
 * The service worker: keeps one page for when there is no internet, with exactly the files that it needs, and
 * what the phone trusts (public keys, signed list). It answers for other pages only without a server that
 * answers, and no page of a person is ever kept.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const SHELL = "pagina-1";
const TRUST = "confianza-1";
const SHARED = "compartida-1";
const OFFLINE_PAGE = "/sin-conexion";
const SHARE = "/consultar/compartir";
const TRUSTED = ["/.well-known/order-keys.json", "/.well-known/receipt-keys.json", "/sin-conexion/lista"];
/** Says in which language and when everything was kept (app/_offline/kept-mark.ts). */
const MARK = "/sin-conexion/guardada";
/** Where a counter begins: without an answer there it goes on offline. */
const COUNTER = ["/consultar", "/consultar/escanear"];

/** How long a line that may have died is waited for, where something is kept. */
const KEPT_AFTER_MS = 4_000;
/** More than a server needs to say that its database hangs, and than a slow line needs for its first byte. */
const COUNTER_AFTER_MS = 20_000;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => ![SHELL, TRUST, SHARED].includes(name)).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

// A page that loaded from the server says so: the moment to keep everything fresh.
worker.addEventListener("message", (event) => {
  const [word, language] = String(event.data).split(" ");
  if (word === "mantener") event.waitUntil(keepAll(language));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.pathname === SHARE) event.respondWith(keepShared(request));
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(answerPage(request, url.pathname));
  else if (TRUSTED.includes(url.pathname)) {
    const answer = fetchAndKeep(request, url.pathname);
    // One that comes after the kept copy was given is there for the next time.
    event.waitUntil(answer.catch(() => {}));
    event.respondWith(answerOrKept(answer, url.pathname, KEPT_AFTER_MS));
  } else if (url.pathname.startsWith("/_next/static/")) event.respondWith(keptOrFetched(request));
});

/** @param {string | undefined} language */
async function keepAll(language) {
  const kept = await Promise.allSettled([keepShell(language), keepTrust()]);
  if (kept.some(({ status }) => status === "rejected")) return;
  const mark = `${await keptLanguage()} ${Date.now()}`;
  await (await caches.open(TRUST)).put(MARK, new Response(mark));
}

/**
 * Fetches the page as nobody (no cookie, so no name in it) and every file that it, or one of them, names. The
 * language is asked for by a header, since it stands in a cookie.
 * @param {string} [language] of the page that asks; a new version of this worker goes on with the kept one
 */
async function keepShell(language) {
  const headers = { "x-idioma": language ?? (await keptLanguage()) };
  const answer = await fetch(OFFLINE_PAGE, { credentials: "omit", cache: "no-store", headers });
  if (!answer.ok) throw new Error(`${OFFLINE_PAGE}: ${answer.status}`);
  const cache = await caches.open(SHELL);
  const kept = new Set();
  let wanted = filesIn(await answer.clone().text());
  while (wanted.length > 0) {
    const texts = await Promise.all(wanted.map((file) => keep(cache, file)));
    for (const file of wanted) kept.add(file);
    wanted = [...new Set(texts.flatMap(filesIn))].filter((file) => !kept.has(file));
  }
  await cache.put(OFFLINE_PAGE, answer);
  const stale = (await cache.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname !== OFFLINE_PAGE && !kept.has(pathname);
  });
  await Promise.all(stale.map((request) => cache.delete(request)));
}

async function keptLanguage() {
  const text = (await (await caches.match(OFFLINE_PAGE))?.text()) ?? "";
  return /<html[^>]*\blang=["']([\w-]+)/.exec(text)?.[1] ?? "es-CO";
}

/**
 * Files of the build that a text names: in the page with their whole path, in scripts without its head, in
 * style sheets relative to themselves.
 * @param {string} text
 */
function filesIn(text) {
  const names = text.match(/static\/(?:chunks|media|css)\/[\w.~-]+\.(?:js|css|woff2)/g) ?? [];
  const relative = [...text.matchAll(/\.\.\/(media\/[\w.~-]+\.woff2)/g)].map(([, name]) => `static/${name}`);
  return [...new Set([...names, ...relative])].map((name) => `/_next/${name}`);
}

/**
 * Keeps a file whose name changes with its content; answers its text, where a text can name others.
 * @param {Cache} cache
 * @param {string} file
 */
async function keep(cache, file) {
  const known = await cache.match(file);
  const answer = known ?? (await fetch(file));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  if (!known) await cache.put(file, answer.clone());
  return file.endsWith(".woff2") ? "" : answer.text();
}

/** Each is kept for itself; throws when one of them could not be. */
async function keepTrust() {
  const cache = await caches.open(TRUST);
  const kept = await Promise.allSettled(
    TRUSTED.map(async (path) => {
      const answer = await fetch(path, { cache: "no-store", redirect: "error" });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(path, answer.clone());
      if ((await answer.json()).keys?.length === 0) throw new Error(`${path}: no keys are made yet`);
    }),
  );
  for (const each of kept) if (each.status === "rejected") throw each.reason;
}

/**
 * A picture that another app shares: kept for the scanner's page, which reads it and forgets it.
 * @param {Request} request
 */
async function keepShared(request) {
  const picture = (await request.formData()).get("foto");
  const headers = { date: new Date().toUTCString() };
  if (picture instanceof File)
    await (await caches.open(SHARED)).put(SHARE, new Response(picture, { headers }));
  return Response.redirect("/consultar/escanear", 303);
}

/**
 * Answers for a page. Only the kept page itself is also taken while the server fails; for any other page its own
 * answer counts, whatever it is.
 * @param {Request} request
 * @param {string} path
 */
function answerPage(request, path) {
  const answer = fetch(request);
  if (path === OFFLINE_PAGE) return answerOrKept(answer, OFFLINE_PAGE, KEPT_AFTER_MS);
  const shown = answer.catch(() => kept(OFFLINE_PAGE, Response.error()));
  return COUNTER.includes(path)
    ? Promise.race([shown, after(COUNTER_AFTER_MS).then(() => kept(OFFLINE_PAGE, shown))])
    : shown;
}

/**
 * The server's answer, or what is kept: after a while without one, without a line, and when the server refuses or
 * fails. What is kept is the device's and names nobody, so it is shown without a session as it is without internet.
 * With nothing kept the answer is waited for, however slow.
 * @param {Promise<Response>} answer
 * @param {string} path
 * @param {number} patience
 */
function answerOrKept(answer, path, patience) {
  return Promise.race([
    answer.then(
      (given) => (given.ok ? given : kept(path, given)),
      () => kept(path, Response.error()),
    ),
    after(patience).then(() => kept(path, answer)),
  ]);
}

/**
 * @param {string} path
 * @param {Response | Promise<Response>} otherwise
 */
async function kept(path, otherwise) {
  return (await caches.match(path)) ?? otherwise;
}

/** @param {number} ms */
function after(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function fetchAndKeep(request, path) {
  const answer = await fetch(request, { redirect: "error" });
  // A device without space still shows what the server says.
  if (answer.ok) await (await caches.open(TRUST)).put(path, answer.clone()).catch(() => {});
  return answer;
}

/** @param {Request} request */
async function keptOrFetched(request) {
  return (await caches.match(request)) ?? fetch(request);
}
