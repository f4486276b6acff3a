/** The start page: what the service is, for whom, and where to go. Plain HTML that needs no script. */
export const startPage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Area Brokerage</title>
<style>
:root { color-scheme: light }
body { font: 1.125rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; margin: 0 }
header { background: #1d3b6f; color: #fff; padding: 1rem 1.5rem }
header p { margin: 0; font-weight: 700; font-size: 1.25rem }
main { max-width: 44rem; margin: 0 auto; padding: 1rem 1.5rem 4rem }
h1 { font-size: 2.1rem; line-height: 1.2 }
a { color: #1d3b6f } a:focus { outline: 3px solid #0b0c0c; background: #ffdd00 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #b1b4b6; vertical-align: top }
code { background: #f3f2f1; padding: 0 .25rem; overflow-wrap: anywhere }
</style>
</head>
<body>
<header><p>Area Brokerage</p></header>
<main>
<h1>Bringing the school that asks and the practitioner who can help together</h1>
<p>A school asks for support. The night matches the request with practitioners' declared expertise. The
practitioner, their home head and the receiving head each say yes. The work happens, and what changed is recorded.</p>
<h2>Where to go</h2>
<table>
<caption hidden>Addresses of the service</caption>
<tr><th scope="row"><a href="/openapi.json">The contract</a></th><td>Every address of this service, as OpenAPI 3.1</td></tr>
<tr><th scope="row"><a href="/health">Health</a></th><td>Whether the service answers</td></tr>
</table>
<h2>Who it is for</h2>
<table>
<caption hidden>What each of them does, at which address</caption>
<tr><th scope="row">Everybody</th><td>begin: <code>GET /me</code> says what waits for you, where, and by when</td></tr>
<tr><th scope="row">Schools</th><td>ask: <code>POST /requests</code>, then <code>POST /requests/{requestId}/submission</code></td></tr>
<tr><th scope="row">Practitioners</th><td>answer: <code>GET /offers</code>, then <code>/acceptance</code>, <code>/refusal</code> or <code>/counter</code></td></tr>
<tr><th scope="row">Home heads</th><td>release: <code>GET …/agreement</code> tells what for, then <code>POST …/release</code></td></tr>
<tr><th scope="row">Receiving heads</th><td>agree objectives, days and price: <code>GET</code>, then <code>POST …/agreement</code></td></tr>
<tr><th scope="row">Brokers</th><td>steer: <code>GET /match-runs</code>, confirm, pin, exclude or swap</td></tr>
<tr><th scope="row">Leaders</th><td>evidence impact: <code>GET /impact</code>, <code>GET /exports/outcomes</code>, <code>GET /exports/deployments</code></td></tr>
</table>
</main>
</body>
</html>
`;
