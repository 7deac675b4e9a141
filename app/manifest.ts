import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { currentCaja } from "@/domain/caja/profile";
import { palette } from "@/lib/theme";
import { currentMessages } from "@/messages";

/** Web app manifest, to install the counter on a phone. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection(); // the caja's name is read when asked, not when the product is built
  const [caja, { common, offline }] = await Promise.all([currentCaja(), currentMessages()]);
  return {
    id: "/consultar",
    name: common.frame.siteTitle(caja.portalName, caja.name),
    short_name: caja.portalName,
    description: offline.appDescription,
    start_url: "/consultar",
    scope: "/",
    display: "standalone",
    lang: "es-CO",
    theme_color: palette.bar.light,
    background_color: palette.paper.light,
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    // The service worker handles shared files; the picture is not sent to the server.
    share_target: {
      action: "/consultar/compartir",
      method: "POST",
      enctype: "multipart/form-data",
      params: { files: [{ name: "foto", accept: ["image/*"] }] },
    },
    shortcuts: [{ name: offline.scanShortcut, url: "/consultar/escanear" }],
  };
}
