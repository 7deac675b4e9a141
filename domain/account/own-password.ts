import { currentCaja } from "@/domain/caja/profile";
import { Refusal } from "@/model/refusal";
import { isGuessable } from "./listed-passwords";
import { allDeleeted, deleeted, endsStripped, mailboxName, passwordFault, simplified } from "./password";

/** What is known of a person that somebody else can know too. */
export type Known = {
  email: string;
  /** NIT, identity number and mobile: a password has none of them. */
  numbers: readonly string[];
  /** Of the person and their companies: a password has more than these. */
  names: readonly string[];
};

/** What has to be left of a password without its names. */
const LEAST_REST = 8;
/** Shorter words are part of many others. */
const LEAST_NAME = 4;
/** Of a name that has a longer word in the password too. */
const SHORTEST_NAME = 3;

/**
 * Refuses a new password that is frequent, or that is made of what is known of its person, their companies or the caja.
 * @throws Refusal "password_personal" · "password_common"
 */
export async function requireOwnPassword(password: string, { email, numbers, names }: Known): Promise<void> {
  if (passwordFault(password, [...numbers.map(withoutCountry), mailboxName(email)]))
    throw new Refusal("password_personal");
  const { name, shortName, legalName, portalName } = await currentCaja();
  const cajaNames = [name, shortName ?? "", legalName, portalName];
  if (isBuiltOnNames(password, [...names, ...cajaNames, mailDomain(email)]))
    throw new Refusal("password_personal");
  if (isGuessable(password)) throw new Refusal("password_common");
}

/** A number as people know it by heart: a mobile is kept with the country's code, which nobody types. */
const withoutCountry = (number: string) => number.replace(/^\+57/, "");

/** Whether little is left of a password without these names, or only what is frequent. */
export function isBuiltOnNames(password: string, names: readonly string[]): boolean {
  const words = names
    .flatMap((name) => [name, ...name.split(/[\s.,&-]/)])
    .map(simplified)
    .sort((one, other) => other.length - one.length);
  const long = words.filter((word) => word.length >= LEAST_NAME);
  const short = words.filter((word) => word.length >= SHORTEST_NAME && word.length < LEAST_NAME);
  const plain = simplified(password);
  return [plain, deleeted(plain), allDeleeted(plain)].some((spelling) => {
    const rest = without(spelling, long);
    if (rest === spelling) return false;
    // Beside a name its short words are no part of another word: "ana" of "Ana Ruiz".
    return endsStripped(without(rest, short)).length < LEAST_REST || isGuessable(rest);
  });
}

const without = (text: string, words: readonly string[]) =>
  words.reduce((left, word) => left.replaceAll(word, ""), text);

/** The name in the domain of an address, as of "tienda.com.co". */
function mailDomain(email: string): string {
  return email.split("@")[1]?.split(".")[0] ?? "";
}
