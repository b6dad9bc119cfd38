import { randomUUID } from 'node:crypto'

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  experimental: { turbopackRustReactCompiler: true },
  typedRoutes: true,
  // Tells the tabs of one browser whether they run the same code.
  compiler: { define: { BUILD_ID: randomUUID() } },
  // Types are checked by `npm run check`; TypeScript 7 has no API that the build could call.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // The writer of PDF files finds parts of itself beside its own file.
  serverExternalPackages: ['pdfkit', 'fontkit'],
  devIndicators: false,
  headers: () =>
    Promise.resolve([
      {
        source: '/_next/static/:path*',
        headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
      },
    ]),
}

export default config
