/** Address of a PostgreSQL server; a host that starts with "/" is the folder of a Unix socket. */
export type DatabaseHost = { host: string; port: number };

export type DatabaseAddress = {
  /** A database on several servers, of which one is the primary, in the order in which they are tried. */
  hosts: [DatabaseHost, ...DatabaseHost[]];
  database: string;
  user: string;
  password: string;
  /** What follows the question mark, but for what is said above. */
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
    const { host, port, target_session_attrs, ...parameters } = Object.fromEntries(
      new URLSearchParams(query),
    );
    if (target_session_attrs && !["any", "primary", "read-write"].includes(target_session_attrs)) return null;
    const [first, ...others] = readHosts(authority.slice(at + 1) || host || "", port);
    const database = decodeURIComponent(path);
    if (!first || !database) return null;
    return {
      hosts: [first, ...others],
      database,
      user: decodeURIComponent(user),
      password: decodeURIComponent(password.join(":")),
      parameters,
    };
  } catch {
    return null; // a percent sign that begins nothing, a port that is none
  }
}

function readHosts(list: string, port = "5432"): DatabaseHost[] {
  return list.split(",").map((entry) => {
    const decoded = decodeURIComponent(entry);
    if (decoded.startsWith("/")) return { host: decoded, port: readPort(port) };
    const parts = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(decoded);
    if (!parts) throw new Error("no host");
    return { host: parts[1] ?? parts[2] ?? "", port: readPort(parts[3] ?? port) };
  });
}

function readPort(digits: string): number {
  const port = Number(digits);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error("no port");
  return port;
}

/** The same servers and login, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*)(\/[^?#]*)?/, `$1/${encodeURIComponent(name)}`);
}
