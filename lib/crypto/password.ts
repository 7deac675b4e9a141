import { hash, hashRaw, verify } from "@node-rs/argon2";
import { inNormalForm } from "@/lib/format/normal-form";
import { type Priority, priorityQueue } from "@/lib/priority-queue";

// OWASP and ASVS 11.4 ask for argon2id with m = 19 MiB, t = 2, p = 1 at least. Three passes more take a password above
// 20 ms on a fast server. The library's default algorithm is argon2id.
const options = { memoryCost: 19_456, timeCost: 5, parallelism: 1 };

/** Of digests that cannot be made anew when the cost of a password is raised. */
const digestOptions = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * At most two hashes at once; more would block other requests. What waits is done within seconds, or refused at once
 * (QueueFull): ten codes on paper are hashed together, and fifty shops sign in together.
 */
const inTurn = priorityQueue(2, { most: 200, mostOfOne: 20 });

/**
 * The password as the database keeps it (PHC string, with its salt).
 * @param whose names the person, of whom one hash is made at once
 */
export function hashPassword(password: string, whose?: string): Promise<string> {
  return inTurn("known", () => hash(inNormalForm(password), options), whose);
}

/** Whether a stored password costs less than today's, so that it is hashed anew at its next sign-in. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = options;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/**
 * A costly digest, with a salt that several secrets share so that a try is hashed once.
 * @param whose names the person, of whom one is made at once
 */
export function slowDigest(secret: string, salt: Buffer, whose?: string): Promise<Buffer> {
  return inTurn("known", () => hashRaw(secret, { ...digestOptions, salt }), whose);
}

/**
 * Whether it is the password. Without a hash it does the same work and says no.
 * @param who whether it comes from a device or a session that the account is known to have
 * @param whose names the account, of which one is compared at once
 */
export function passwordMatches(
  password: string,
  stored: string | null,
  who: Priority,
  whose?: string,
): Promise<boolean> {
  const compare = async () => {
    const compared = stored ?? (await decoy());
    const typed = inNormalForm(password);
    // Earlier versions stored NFKC, which differs for signs such as ﬁ alone.
    const earlier = inNormalForm(password, "NFKC");
    const right = (await verify(compared, typed)) || (earlier !== typed && (await verify(compared, earlier)));
    await spendRest(compared);
    return right && stored !== null;
  };
  return inTurn(who, compare, whose);
}

/**
 * Does what comparing with a password of an earlier, lower cost lacks of today's work: else the time would tell an
 * account that has not signed in since from an e-mail that is unknown.
 */
async function spendRest(compared: string): Promise<void> {
  const [, memory, time] = /\$m=(\d+),t=(\d+),/.exec(compared) ?? [];
  const rest = options.timeCost - Number(time);
  if (Number(memory) === options.memoryCost && rest > 0)
    await hash("nobody has this password", { ...options, timeCost: rest });
}

let decoyHash: Promise<string> | undefined;

/** Compared with for unknown e-mails, so that the time reveals nothing. */
function decoy(): Promise<string> {
  decoyHash ??= hash("nobody has this password", options);
  return decoyHash;
}
