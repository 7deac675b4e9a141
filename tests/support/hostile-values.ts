import { multipart } from "./hostile-requests";

/** Values in a URL; `refused` are those that no form can produce. */
export const inAddress = {
  refused: [
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%FF",
    "%C3%28",
    "%",
    "%zz",
    "%0d%0aset-cookie:x=1",
    "%1b%5b31m",
    "%C2%85",
  ],
  accepted: [
    "__proto__",
    "constructor",
    "%27%20or%201=1--",
    "1e309",
    "%F0%9F%92%A9",
    "e%CC%81",
    "x".repeat(3_000),
  ],
};

/** Valid values for most fields, so that only the hostile one is judged. */
export const usual: Record<string, string> = {
  idNumber: "1042555318",
  affiliateId: "1042555318",
  number: "0004521",
  kindCode: "AS",
  email: "alguien@prueba.example",
  name: "Nombre de prueba",
  password: "una clave larga de prueba",
  reason: "Un motivo de más de diez letras",
  value: "480.000",
  concept: "Calzado",
  office: "CAC Prado",
  nit: "900123456",
  checkDigit: "8",
  phone: "3001234567",
  mobile: "3001234567",
  treatment: "1",
  terms: "1",
  role: "clerk",
  token: "x".repeat(43),
  issuedOn: "2026-11-28",
};

export const notText = [
  Buffer.from("a\0b"),
  Buffer.from([0x61, 0xff, 0xfe]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from("\u001b[31m"),
];

export const strange: [what: string, body: string | Buffer, type?: string][] = [
  ["no arguments", multipart([])],
  ["cut JSON", multipart([["0", "["]])],
  ["no JSON", multipart([["0", "\0"]])],
  ["another model", multipart([["0", '["$K9","$F1","$B2"]']])],
  ["a server reference", multipart([["0", '[{"status":"idle"},"$h7"]']])],
  ["a promise that never ends", multipart([["0", '[{"status":"idle"},"$@7"]']])],
  ["a cycle", multipart([["0", '["$0","$0"]']])],
  [
    "prototypes",
    multipart([["0", '[{"__proto__":{"a":1},"constructor":{"prototype":{}}},"$0:__proto__:constructor"]']]),
  ],
  ["depth", multipart([["0", "[".repeat(20_000)]])],
  [
    "many fields",
    multipart([
      ...Array.from({ length: 500 }, (_, at) => [`_1_f${at}`, "x"] as const),
      ["0", '[{"status":"idle"},"$K1"]'],
    ]),
  ],
  [
    "a form called __proto__",
    multipart([
      ["_1___proto__", "x"],
      ["_1___proto__", "y"],
      ["0", '[{"status":"idle"},"$K1"]'],
    ]),
  ],
  ["text for a form", '[{"status":"idle"},"text"]', "text/plain;charset=UTF-8"],
  ["a number", "7", "text/plain;charset=UTF-8"],
  ["nothing", "", "text/plain;charset=UTF-8"],
  ["no boundary", multipart([["0", "[]"]]), "multipart/form-data"],
  ["a cut body", multipart([["0", '[{"status":"idle"},"$K1"]']]).subarray(0, 60)],
  ["an unknown encoding", "x", "application/x-protobuf"],
];

/** Headers that no browser sends. */
export const oddHeaders: Record<string, string>[] = [
  { rsc: "1", "next-router-state-tree": "%00" },
  { rsc: "1", "next-router-state-tree": "{}" },
  { rsc: "1", "next-router-prefetch": "9", "next-router-segment-prefetch": "/../x" },
  { rsc: "x", "next-url": "%ff//x" },
  { cookie: "idioma=%00; caja=%ED%A0%80; sesion=%" },
  { cookie: `sesion=${"e".repeat(4_000)}; solicitud={; novedad=AA; busqueda=__proto__; sonido=__proto__` },
  { "user-agent": "\u00ff\u0085\u009b31m" },
  {
    "x-forwarded-for": "x, ::, 1.2.3.4'",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "javascript",
  },
  { "x-request-id": "x", "x-nonce": "'>", "x-path": "//evil.example", "content-security-policy": "x" },
  { "x-nextjs-data": "1", "x-middleware-subrequest": "proxy", "x-action-forwarded": "1" },
  { "accept-language": "*;q=\u00ff", "if-none-match": "\u00ff", range: "bytes=9-1" },
];

/** Contents that are not of the expected file type, whatever the file's name. */
export const notFiles: [what: string, content: Buffer][] = [
  ["nothing", Buffer.alloc(0)],
  ["zeros", Buffer.alloc(70_000)],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a picture that is a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["the head of an archive", Buffer.from("PK\u0003\u0004\u0014\0\0\0\b\0", "latin1")],
  ["the head of a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ["the head of another picture", Buffer.from("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "latin1")],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ["half letters", Buffer.from([0xed, 0xa0, 0x80, 0x3b, 0xed, 0xb0, 0x80, 0x0a])],
];

/** File names that try to leave the folder, end a header or reverse the text direction. */
export const fileNames: (Buffer | string)[] = [
  "",
  "..",
  "../../../etc/passwd",
  "C:\\fakepath\\..\\x",
  "a\0b.pdf",
  Buffer.from([0xed, 0xa0, 0x80, 0x2e, 0x70, 0x64, 0x66]),
  "x%22%0d%0aset-cookie: x=1.pdf",
  "\u202efdp.exe",
  "__proto__",
  `${"n".repeat(5_000)}.pdf`,
  "'; drop table person; --.csv",
];
