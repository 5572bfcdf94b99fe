/** The page itself: a frame that loads the bundle and the first piece of data. It holds no text of any report. */

/**
 * Scripts come from the site's own folder alone (`file:` for browsers that do not take a file for 'self'), and nothing
 * can be sent anywhere.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const INDEX_HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>nianbao 年报</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/style.css">
<script src="assets/app.js" defer></script>
<script src="data/overview.js" defer></script>
</head>
<body>
<div id="app"></div>
<noscript>本页需要 JavaScript 才能显示。This page needs JavaScript.</noscript>
</body>
</html>
`;
