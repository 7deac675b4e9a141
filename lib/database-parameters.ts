/* What may follow the question mark of a database's address: libpq, 34.1.2 "Parameter Key Words". */

/**
 * How libpq connects (how long, how often, by which name). The product settles that itself. Sent to the server they
 * would be settings that it does not know, and it would refuse every connection.
 */
const settledHere = new Set([
  ...["application_name", "fallback_application_name", "client_encoding", "connect_timeout"],
  ...["load_balance_hosts", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count"],
  ...["tcp_user_timeout", "sslcompression", "sslsni", "gsslib", "krbsrvname"],
]);

const onlyEmpty = [
  ...["hostaddr", "passfile", "require_auth", "requirepeer", "service", "servicefile"],
  ...["sslcert", "sslcertmode", "sslcrl", "sslcrldir", "sslkey", "sslpassword", "sslrootcert"],
  ...["ssl_min_protocol_version", "ssl_max_protocol_version"],
];

/** Parameters that the driver serves with these values alone; another value asks for a protection that it lacks. */
const served: Partial<Record<string, readonly string[]>> = {
  ...Object.fromEntries(onlyEmpty.map((name) => [name, [""]])),
  channel_binding: ["", "disable", "prefer"],
  gssdelegation: ["", "0"],
  gssencmode: ["", "disable", "prefer"],
  sslmode: ["", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"],
  sslnegotiation: ["", "postgres"],
  target_session_attrs: ["", "any", "primary", "read-write"],
};

/** The parameters that cannot be left out without another meaning, and that are not served. */
export function unservedParameters(all: URLSearchParams): string[] {
  return [...new Set(all.keys())].filter((name) => {
    const values = Object.hasOwn(served, name) ? served[name] : undefined;
    return values !== undefined && !all.getAll(name).every((value) => values.includes(value));
  });
}

/** The parameters that are settings of the server, such as `options` and `search_path`. */
export function serverParameters(all: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...all].filter(([name]) => !settledHere.has(name) && !Object.hasOwn(served, name)),
  );
}
