import { randomInt } from "node:crypto";
import { expect, test, vi } from "vitest";
import { isUploadAddress } from "@/app/_server/http/upload-address";
import { owner } from "@/tests/support/factories/account";

vi.mock("server-only", () => ({}));
vi.mock("next-auth", () => ({ default: () => ({ signIn: async () => {}, signOut: async () => {} }) }));

type Post = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
const uploadAddresses: [path: string, handler: () => Promise<{ POST: Post }>][] = [
  ["/admin/ordenes/importar/enviar", () => import("@/app/admin/ordenes/importar/enviar/route")],
  ["/admin/convenios/importar/enviar", () => import("@/app/admin/convenios/importar/enviar/route")],
  [
    "/aplicaciones/CONVENIOS/solicitar/enviar",
    () => import("@/app/(proveedor)/aplicaciones/[app]/solicitar/enviar/route"),
  ],
  [
    "/aplicaciones/CONVENIOS/renovar/enviar",
    () => import("@/app/(proveedor)/aplicaciones/[app]/renovar/enviar/route"),
  ],
  ["/archivos/enviar", () => import("@/app/(proveedor)/archivos/enviar/route")],
  [
    "/consultar/r/1/reportar/enviar",
    () => import("@/app/(proveedor)/consultar/r/[id]/reportar/enviar/route"),
  ],
  [
    "/consultar/r/1/reportar/foto/enviar",
    () => import("@/app/(proveedor)/consultar/r/[id]/reportar/foto/enviar/route"),
  ],
  [
    "/solicitudes/S-1/corregir/enviar",
    () => import("@/app/(proveedor)/solicitudes/[radicado]/corregir/enviar/route"),
  ],
];

test.each(uploadAddresses)(
  "a cross-site POST to %s, which the proxy passes by, is audited",
  async (path, handler) => {
    expect(isUploadAddress(path)).toBe(true);
    const { POST } = await handler();
    // A network of its own, since of one network few refusals are kept.
    const ip = `2001:db8:${randomInt(0x1000, 0x10000).toString(16)}:${randomInt(0x1000, 0x10000).toString(16)}::1`;
    const request = new Request(`http://127.0.0.1:3000${path}`, {
      method: "POST",
      headers: { "x-forwarded-for": ip, origin: "https://evil.example" },
      body: "",
    });
    const params = Promise.resolve({ app: "CONVENIOS", id: "1", radicado: "S-1" } as never);
    expect((await POST(request, { params })).status).toBe(403);
    const lines = await owner`
    select action, subject_id, detail from audit_event e join audit_address a using (seq) where a.ip = ${ip}`;
    expect(lines).toEqual([
      {
        action: "origin.refused",
        subject_id: `/${path.split("/")[1]}`,
        detail: { origin: "https://evil.example" },
      },
    ]);
  },
);
