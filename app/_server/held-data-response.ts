/** The file of somebody's personal data, saved and never shown under the portal's own address. */
export function heldDataResponse(content: Buffer | string, number: string): Response {
  return new Response(typeof content === "string" ? content : new Uint8Array(content), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="datos-${number}.html"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
