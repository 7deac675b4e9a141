// @ts-check
/// <reference lib="webworker" />

/**
 * The service worker: keeps one page for when there is no internet, with exactly the files that it needs, and
 * what the phone trusts (public keys, signed list). It never answers for a page while the server does, and no
 * page of a person is ever kept.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const SHELL = "pagina-1";
const TRUST = "confianza-1";
const SHARED = "compartida-1";
const OFFLINE_PAGE = "/sin-conexion";
const SHARE = "/consultar/compartir";
const TRUSTED = ["/.well-known/order-keys.json", "/.well-known/receipt-keys.json", "/sin-conexion/lista"];

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
  if (event.data === "mantener") event.waitUntil(Promise.allSettled([keepShell(), keepTrust()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.pathname === SHARE) event.respondWith(keepShared(request));
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offlinePage()));
  else if (TRUSTED.includes(url.pathname)) event.respondWith(freshOrKept(request));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(keptOrFetched(request));
});

/** Fetches the page as nobody (no cookie, so no name in it) and every file that it, or one of them, names. */
async function keepShell() {
  const answer = await fetch(OFFLINE_PAGE, { credentials: "omit", cache: "no-store" });
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

async function keepTrust() {
  const cache = await caches.open(TRUST);
  await Promise.allSettled(
    TRUSTED.map(async (path) => {
      const answer = await fetch(path, { cache: "no-store", redirect: "error" });
      if (answer.ok) await cache.put(path, answer);
    }),
  );
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

async function offlinePage() {
  return (await caches.match(OFFLINE_PAGE)) ?? Response.error();
}

/** @param {Request} request */
async function freshOrKept(request) {
  try {
    const answer = await fetch(request, { redirect: "error" });
    if (answer.ok) await (await caches.open(TRUST)).put(new URL(request.url).pathname, answer.clone());
    return answer;
  } catch {
    return (await caches.match(new URL(request.url).pathname)) ?? Response.error();
  }
}

/** @param {Request} request */
async function keptOrFetched(request) {
  return (await caches.match(request)) ?? fetch(request);
}
