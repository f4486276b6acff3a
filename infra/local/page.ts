import { escapeHtml } from "../../web/html.ts";

const commonStyle = `
  body { margin: 0; background: #fff; color: #0b0c0c; font: 1.1875rem/1.4 system-ui, sans-serif; }
  header { background: #1d3557; color: #fff; padding: 0.75rem 1rem; font-weight: 700; }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem; }
`;

interface Page {
  readonly title: string;
  readonly style: string;
  /** The page's own HTML, all that is not ours escaped. */
  readonly body: string;
}

/** A whole page of this machine. */
export const pageOf = ({ title, style, body }: Page): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Area Brokerage</title>
<style>${commonStyle}${style}</style>
</head>
<body>
<header>Area Brokerage: this machine only</header>
<main>
${body}
</main>
</body>
</html>
`;

/** What every page of this machine is sent with: no script runs on it, and nobody frames it. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;
