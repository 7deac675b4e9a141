import { hash, verify } from "@node-rs/argon2";

// OWASP and ASVS 11.4: argon2id, m = 19 MiB, t = 2, p = 1.
// The library's default algorithm is argon2id.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many hashes at once: more would take the processor from the counter's look-ups. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The password as the database keeps it (PHC string, with its salt). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), options));
}

/** Whether it is the password. Without a hash it does the same work and says no. */
export function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  return inTurn(async () => {
    const right = await verify(stored ?? (await decoy()), password.normalize("NFKC"));
    return right && stored !== null;
  });
}

let decoyHash: Promise<string> | undefined;

/** Compared with when the e-mail is unknown, so that time does not tell. */
function decoy(): Promise<string> {
  decoyHash ??= hash("nobody has this password", options);
  return decoyHash;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
