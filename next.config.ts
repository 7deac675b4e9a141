import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not no-referrer: with it Chromium sends `Origin: null` on form posts, and we refuse those.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=()" },
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

const config: NextConfig = {
  // Builds of different purposes (a test run, a page left open over a deploy) live side by side.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // The code on an order's paper stands in an address; not even development writes it down.
  logging: { incomingRequests: { ignore: [/^\/v\//i] } },
  images: { unoptimized: true },
  // Only the run of all tests says so, which checks the types of the same tree before it builds.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "1" },
  serverExternalPackages: ["postgres", "@node-rs/argon2", "nodemailer", "pino", "file-type", "pdfkit"],
  experimental: {
    serverActions: { bodySizeLimit: "128kb" },
    // A clone of CI is built once: nobody reads the 300 MB that a build keeps for the next one.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
  // The title comes with the head for everybody, not streamed after the page: readers speak it first.
  htmlLimitedBots: /.*/,
  // Proofs printed before said to check them at /c/, where nothing was.
  redirects: async () => [{ source: "/c", destination: "/verificar", permanent: false }],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
