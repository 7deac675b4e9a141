import { serverParameters, unservedParameters } from "./database-parameters";

/** Address of a PostgreSQL server; a host that starts with "/" is the folder of a Unix socket. */
export type DatabaseHost = { host: string; port: number };

export type DatabaseAddress = {
  /** A database on several servers, of which one is the primary, in the order in which they are tried. */
  hosts: [DatabaseHost, ...DatabaseHost[]];
  database: string;
  user: string;
  password: string;
  sslmode: string;
  /** Settings of the server that each connection begins with. */
  parameters: Record<string, string>;
};

const FORM = /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;

/**
 * Reads an address as libpq writes it, with several hosts too: postgres://user:password@one:5432,two:5432/name.
 * The URL parser of the web knows no list of hosts. Null when it is none, or lacks host, user or database.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress | null {
  const parts = FORM.exec(url);
  if (!parts) return null;
  try {
    const [, authority = "", path = "", query = ""] = parts;
    const at = authority.lastIndexOf("@");
    const [user = "", ...password] = at < 0 ? [] : authority.slice(0, at).split(":");
    const all = new URLSearchParams(query);
    if (unservedParameters(all).length > 0) return null;
    const { host, port, user: login, password: secret, dbname, ...parameters } = serverParameters(all);
    const [first, ...others] = readHosts(authority.slice(at + 1) || host || "", port);
    const database = decodeURIComponent(path) || dbname || "";
    if (!first || !database) return null;
    return {
      hosts: [first, ...others],
      database,
      user: decodeURIComponent(user) || login || "",
      password: decodeURIComponent(password.join(":")) || secret || "",
      sslmode: all.get("sslmode") ?? "",
      parameters,
    };
  } catch {
    return null; // a percent sign that begins nothing, a port that is none
  }
}

/** @param port of every host that names none; or a list, one for each host, as libpq takes it */
function readHosts(list: string, port = "5432"): DatabaseHost[] {
  const entries = list.split(",");
  const ports = port.split(",");
  if (ports.length > 1 && ports.length !== entries.length) throw new Error("not a port for each host");
  return entries.map((entry, at) => {
    const parts = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(entry);
    if (!parts) throw new Error("no host");
    return {
      host: decodeURIComponent(parts[1] ?? parts[2] ?? ""),
      port: readPort(parts[3] ?? (ports[ports.length > 1 ? at : 0] || "5432")),
    };
  });
}

function readPort(digits: string): number {
  const port = Number(digits);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error("no port");
  return port;
}

/**
 * What is wrong with an address, as the operator reads it; null when nothing is. Names parameters, never their values.
 */
export function databaseUrlFault(url: string): string | null {
  const unserved = unservedParameters(new URLSearchParams(FORM.exec(url)?.[3] ?? ""));
  if (unserved.includes("sslrootcert"))
    return "no toma sslrootcert; dé el certificado de la autoridad en NODE_EXTRA_CA_CERTS";
  if (unserved.length > 0) return `aquí no se sirve ${unserved.join(", ")} con ese valor; quítelo`;
  return parseDatabaseUrl(url) ? null : "debe ser una dirección postgres://…/base";
}

/** The same servers and login, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*)(\/[^?#]*)?/, `$1/${encodeURIComponent(name)}`);
}
