import { expect, test } from "vitest";
import { driverAddress } from "@/db/servers";
import { databaseUrlFault, parseDatabaseUrl, withDatabase } from "@/lib/database-url";

test("an address is read with its hosts, login and database, wherever libpq lets them stand", () => {
  const address = { database: "hanna", user: "portal", password: "a:b@c", sslmode: "", parameters: {} };
  const one = [{ host: "uno", port: 5433 }];
  for (const [url, hosts] of [
    ["postgres://portal:a%3Ab%40c@uno:5433/hanna", one],
    ["postgresql://portal:a:b%40c@uno/hanna?port=5433", one],
    ["postgres://uno:5433/?user=portal&password=a%3Ab%40c&dbname=hanna", one],
    ["postgres:///hanna?host=uno&port=5433&user=portal&password=a:b@c", one],
    [
      "postgres:///hanna?host=uno,dos,tres&port=5433,,5434&user=portal&password=a:b@c",
      [...one, { host: "dos", port: 5432 }, { host: "tres", port: 5434 }],
    ],
    ["postgres://portal:a:b%40c@uno:5433,[::1]/hanna", [...one, { host: "::1", port: 5432 }]],
    ["postgres://portal:a:b%40c@%2Frun%2Fpg:5433/hanna", [{ host: "/run/pg", port: 5433 }]],
  ] as const)
    expect(parseDatabaseUrl(url), url).toEqual({ ...address, hosts });
});

test("how libpq connects is left out, and settings of the server are kept", () => {
  const url =
    "postgres://u:p@h/b?sslmode=verify-full&connect_timeout=10&keepalives=1&application_name=otro&channel_binding=prefer" +
    "&gssencmode=disable&client_encoding=auto&sslrootcert=&target_session_attrs=primary&options=-c%20jit%3Doff&search_path=a,b";
  expect(databaseUrlFault(url)).toBeNull();
  const address = parseDatabaseUrl(url);
  expect(address).toMatchObject({
    sslmode: "verify-full",
    parameters: { options: "-c jit=off", search_path: "a,b" },
  });
  expect(address && driverAddress(address)).toMatchObject({
    ssl: "verify-full",
    connection: { options: "-c jit=off", search_path: "a,b" },
  });
});

test("a connection is encrypted unless the address says no", () => {
  for (const [sslmode, ssl] of [
    ["", false],
    ["disable", false],
    ["prefer", "prefer"],
    ["require", "require"],
    ["verify-ca", "verify-ca"],
  ] as const) {
    const address = parseDatabaseUrl(`postgres://u@h/b?sslmode=${sslmode}`);
    expect(address && driverAddress(address).ssl, sslmode).toBe(ssl);
  }
});

test("a protection that is not served is named without its value, and the address is refused", () => {
  for (const [query, fault] of [
    ["channel_binding=require", "aquí no se sirve channel_binding con ese valor; quítelo"],
    ["sslmode=verify-ful", "aquí no se sirve sslmode con ese valor; quítelo"],
    ["sslmode=require&sslmode=x", "aquí no se sirve sslmode con ese valor; quítelo"],
    ["sslkey=%2Fk&sslcert=%2Fc", "aquí no se sirve sslkey, sslcert con ese valor; quítelo"],
    ["target_session_attrs=standby", "aquí no se sirve target_session_attrs con ese valor; quítelo"],
    [
      "sslrootcert=%2Fca.pem",
      "no toma sslrootcert; dé el certificado de la autoridad en NODE_EXTRA_CA_CERTS",
    ],
  ] as const) {
    const url = `postgres://u@h/b?${query}`;
    expect(databaseUrlFault(url), query).toBe(fault);
    expect(parseDatabaseUrl(url), query).toBeNull();
  }
});

test("what is no address is refused", () => {
  const form = "debe ser una dirección postgres://…/base";
  for (const url of [
    "",
    "hanna",
    "mysql://u@h/b",
    "postgres://u@h",
    "postgres://u@h/",
    "postgres:///b",
    "postgres://u@h:0/b",
    "postgres://u@h:65536/b",
    "postgres://u@h:x/b",
    "postgres://u:%zz@h/b",
    "postgres://u@h,/b",
    " postgres://u@h/b",
  ])
    expect(databaseUrlFault(url), url).toBe(form);
  expect(parseDatabaseUrl("postgres:///b?user=u&host=uno,dos&port=1,2,3")).toBeNull();
  expect(databaseUrlFault("postgres://u@h:65535/b")).toBeNull();
});

test("another database is put into an address and nothing else is changed", () => {
  expect(withDatabase("postgres://u:p@uno,dos:5/b?sslmode=require", "otra ñ")).toBe(
    "postgres://u:p@uno,dos:5/otra%20%C3%B1?sslmode=require",
  );
  expect(withDatabase("postgres://u@h", "b")).toBe("postgres://u@h/b");
});
